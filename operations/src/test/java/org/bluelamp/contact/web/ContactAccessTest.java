package org.bluelamp.contact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.control.ControlRoom;
import org.junit.jupiter.api.Test;

class ContactAccessTest extends CallDesk {

    @Test
    void a_borough_sees_the_contacts_of_its_own_borough_only() {
        String id = fresh();
        var form = form("FIGHT", "Rupert Street", "westminster words");
        form.put("outcome", "open");
        end(id, form);
        ControlRoom.Person camden = room.person("Robin Sconce", "DUTY_OFFICER", "E09000007");
        ControlRoom.Person westminster = room.person("Jo Wick", "DUTY_OFFICER", "E09000033");
        assertThat(camden.get("/contacts/" + id).statusCode()).isEqualTo(404);
        assertThat(camden.get("/contacts").body()).doesNotContain(id);
        assertThat(westminster.get("/contacts/" + id).body()).contains("westminster words");
        assertThat(westminster.get("/contacts").body()).contains(id);
        ControlRoom.Person analyst = room.person("Lee Figure", "ANALYST", "");
        assertThat(analyst.get("/contacts").statusCode()).isEqualTo(403);
        assertThat(analyst.get("/contacts/new").statusCode()).isEqualTo(403);
        assertThat(analyst.get("/persons").statusCode()).isEqualTo(403);
    }

    @Test
    void every_page_of_looking_is_written_down() {
        String id = fresh();
        keep(id, Map.of("said", "looked at"));
        long before = looks();
        for (String path : List.of("/contacts", "/contacts/new", "/contacts/" + id, "/persons", "/persons?q=Jo")) {
            assertThat(hale.get(path).statusCode()).as(path).isEqualTo(200);
        }
        keep(id, Map.of("said", "looked at again"));
        assertThat(looks() - before).as("a form that shows nothing leaves none").isEqualTo(5);
    }

    @Test
    void a_script_in_every_field_is_shown_as_words() {
        String id = fresh();
        var form = form("FIGHT", "7 Rupert Street " + SCRIPT, SCRIPT);
        for (String field : List.of(
                "number",
                "name",
                "because",
                "threat",
                "harm",
                "risk",
                "investigation",
                "vulnerability",
                "engagement",
                "words",
                "q.WEAPON",
                "grade",
                "chosen",
                "channel")) {
            form.put(field, SCRIPT);
        }
        var sent = new HashMap<>(form);
        sent.put("outcome", "open");
        var shown = new java.util.ArrayList<String>();
        shown.add(keep(id, form).body());
        shown.add(hale.get("/contacts/" + id).body());
        shown.add(end(id, sent).body());
        List.of("number", "q.WEAPON", "grade", "channel", "chosen").forEach(sent::remove);
        String incident = location(end(id, sent));
        shown.add(hale.get(incident).body());
        shown.add(hale.get("/contacts/" + id).body());
        shown.add(hale.get("/contacts?ended=" + "%3Cscript%3E").body());
        shown.add(hale.post("/persons", Map.of("key", key(), "name", SCRIPT, "address", "1 " + SCRIPT))
                .body());
        shown.add(hale.get("/persons?q=%3Cscript%3Ealert").body());
        shown.add(hale.post(
                        "/persons/warnings",
                        Map.of("key", key(), "subject", "8 Rupert St", "kind", "DOG", "words", SCRIPT, "why", SCRIPT))
                .body());
        shown.add(hale.get("/contacts/seen?callsign=%3Cscript%3E&type=STOP").body());
        shown.forEach(body -> assertThat(body).doesNotContain("<script>alert"));
    }

    @Test
    void other_programs_record_contacts_once_and_list_them() {
        String body = """
                {"channel": "OTHER_AGENCY", "type": "COLLISION", "place": "Rupert Street", "said": "ambulance asks",
                 "answers": {"HURT": "BADLY"}, "outcome": "open"}""";
        HttpResponse<String> first = hale.postJson("/api/v1/contacts", "api-contact-1", body);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body())
                .contains("\"stage\":\"INCIDENT\"")
                .contains("\"grade\":\"I\"")
                .contains("\"incident\":\"");
        assertThat(hale.postJson("/api/v1/contacts", "api-contact-1", body).body())
                .isEqualTo(first.body());
        assertThat(hale.postJson("/api/v1/contacts", "", body).statusCode()).isEqualTo(400);
        assertThat(hale.postJson("/api/v1/contacts", "api-contact-1", body.replace("asks", "insists"))
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> refused = hale.postJson("/api/v1/contacts", "api-contact-2", """
                {"type": "FIGHT", "place": "Church Street", "said": "fight", "outcome": "open"}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/problems/contact/place-not-chosen");
        assertThat(hale.getJson("/api/v1/contacts").body())
                .contains("\"type\":\"COLLISION\"")
                .doesNotContain("ambulance");
    }
}
