package org.bluelamp.contact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.Contacts;
import org.bluelamp.control.ControlRoom;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A call taker at a desk, over HTTP: what the tests of the pages of contacts share.
abstract class CallDesk {
    static final String SCRIPT = "<script>alert('x')</script>";
    static final Sight ALL = new Sight(new ActorId("p-1"), null);
    static ControlRoom room;
    static ControlRoom.Person hale;
    private static int keys;

    @BeforeAll
    static void start() {
        room = ControlRoom.ofCallTakers();
        hale = room.person("Morgan Beacon", "COMMUNICATIONS_OFFICER", "");
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    static CallTaker caller(java.time.Instant now) {
        return new CallTaker(
                new ActorId("system/caller"),
                new RoleCode("PROGRAM"),
                null,
                EnteredHow.TELEPHONE,
                now,
                new RequestKey(key()));
    }

    static Contacts contacts() {
        return room.program.get(Contacts.class);
    }

    /// The id of the contact on a form that is shown now.
    static String fresh() {
        var found = Pattern.compile("/contacts/(c-[0-9a-f]{16})/end")
                .matcher(hale.get("/contacts/new").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    static HttpResponse<String> keep(String id, Map<String, String> fields) {
        return hale.post("/contacts/" + id + "/draft", fields);
    }

    static HttpResponse<String> end(String id, Map<String, String> fields) {
        return hale.post("/contacts/" + id + "/end", fields);
    }

    static Map<String, String> form(String type, String place, String said) {
        return form(Map.of("type", type, "place", place, "said", said));
    }

    static Map<String, String> form(Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("key", key());
        return form;
    }

    static String key() {
        return "contact-page-" + ++keys;
    }

    static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    static IncidentRef ref(String path) {
        return IncidentRef.of(path.replace("/incidents/", ""));
    }

    static long looks() {
        return room.program
                .get(JdbcClient.class)
                .sql("select count(*) from journal.look")
                .query(Long.class)
                .single();
    }
}
