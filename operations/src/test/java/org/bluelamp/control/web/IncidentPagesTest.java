package org.bluelamp.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.console.RowChange;
import org.bluelamp.console.Viewer;
import org.bluelamp.control.ControlRoom;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.Incidents;
import org.bluelamp.journal.Journal;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages over real HTTP: what each person sees, and what not.
class IncidentPagesTest {
    private static final String SCRIPT = "<script>alert('x')</script>";
    private static ControlRoom room;
    private static ControlRoom.Person hale;
    private static ControlRoom.Person westminster;
    private static ControlRoom.Person camden;
    private static ControlRoom.Person member;
    private static int keys;

    @BeforeAll
    static void start() {
        room = new ControlRoom();
        hale = room.person("Morgan Beacon", "COMMUNICATIONS_OFFICER", "");
        westminster = room.person("Ashley Wick", "DUTY_OFFICER", "E09000033");
        camden = room.person("Sam Taper", "DUTY_OFFICER", "E09000007");
        member = room.person("Kit Tinder", "OVERSIGHT_MEMBER", "");
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @Test
    void an_incident_is_opened_on_the_form_and_stands_on_the_board_and_in_its_log() {
        String page = open(hale, "FIGHT", "21 Rupert Street", "two groups, one has a machete");

        String log = hale.get(page).body();
        assertThat(log)
                .contains("Opened as Fight, grade Immediate, by 999")
                .contains("two groups, one has a machete")
                .contains("Morgan Beacon, Communications officer")
                .contains("at a screen")
                .contains("Rupert Street, West End, Westminster")
                .contains("21 Rupert Street");
        String board = hale.get("/incidents").body();
        assertThat(board).contains("href=\"" + page + "\"").contains("Rupert Street, West End, Westminster");
        assertThat(board).as("lists hold no personal data").doesNotContain("21 Rupert Street", "machete");
        assertThat(hale.get("/incidents/found?q=machete").body()).contains("href=\"" + page + "\"");
    }

    @Test
    void the_same_form_sent_twice_opens_one_incident_and_other_words_with_its_key_are_told() {
        Map<String, String> form = form("BURGLARY", "Rupert Street", "back door forced");
        HttpResponse<String> first = hale.post("/incidents", form);
        HttpResponse<String> second = hale.post("/incidents", form);
        assertThat(location(second)).isEqualTo(location(first));

        var other = new HashMap<>(form);
        other.put("said", "front door forced");
        HttpResponse<String> third = hale.post("/incidents", other);
        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(third.body()).contains("sent before with other words");
    }

    @Test
    void a_street_in_two_boroughs_is_chosen_before_it_is_saved() {
        Map<String, String> form = form("FIGHT", "Church Street", "fight");
        HttpResponse<String> asked = hale.post("/incidents", form);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("in more than one borough (2 candidates)")
                .contains("Church Street, Camden")
                .contains("Church Street, Westminster")
                .contains("value=\"Church Street\"");

        var chosen = new HashMap<>(form);
        chosen.put("chosen", "51541000,-143000");
        String page = location(hale.post("/incidents", chosen));
        assertThat(hale.get(page).body()).contains("Church Street, Camden");
    }

    @Test
    void candidates_come_while_the_place_is_typed() {
        assertThat(hale.get("/incidents/places?place=chur").body())
                .contains("Church Street, Camden")
                .contains("Church Street, Westminster");
        assertThat(hale.get("/incidents/places?place=ch").body().strip()).isEmpty();
    }

    @Test
    void every_fault_stands_beside_its_field_and_what_was_typed_is_kept() {
        HttpResponse<String> answer = hale.post(
                "/incidents",
                Map.of("key", "key-faults-1", "type", "", "place", "x".repeat(201), "said", "kept words"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("At most 200 characters; these are 201.")
                .contains("kept words");
        HttpResponse<String> unknown = hale.post("/incidents", form("DRAGON", "Rupert Street", "fire"));
        assertThat(unknown.body()).contains("The incident type (DRAGON) is not in the policy in force.");
        HttpResponse<String> keyless = hale.post("/incidents", Map.of("type", "FIGHT"));
        assertThat(keyless.body()).contains("The form came without its key.");
    }

    @Test
    void a_script_in_every_field_is_shown_as_words() {
        Map<String, String> form = form("FIGHT", "Rupert Street " + SCRIPT, SCRIPT);
        form.put("caller", SCRIPT);
        String page = location(hale.post("/incidents", form));
        write(page + "/notes", Map.of("words", SCRIPT));
        write(page + "/corrections", Map.of("line", "2", "words", SCRIPT));
        write(page + "/closing", Map.of("result", "NO_TRACE", "words", SCRIPT));
        var bad = form(SCRIPT, SCRIPT, SCRIPT);
        bad.put("grade", SCRIPT);
        bad.put("channel", SCRIPT);
        bad.put("chosen", SCRIPT);
        bad.put("caller", SCRIPT);
        for (String shown : List.of(
                hale.get(page).body(),
                hale.get("/incidents").body(),
                hale.get("/incidents/found?q=" + "%3Cscript%3Ealert").body(),
                hale.get("/incidents/places?place=" + "%3Cscript%3Ealert").body(),
                hale.get("/incidents?elsewhere=" + "%3Cscript%3E").body(),
                hale.post("/incidents", bad).body())) {
            assertThat(shown).doesNotContain("<script>alert");
        }
        assertThat(hale.get(page).body()).contains("&lt;script&gt;alert");
    }

    @Test
    void a_log_shows_notes_corrections_closing_and_the_report_that_came_late() {
        String page = open(hale, "FIGHT", "Rupert Street", "fight");
        write(page + "/notes", Map.of("words", "second caller: three groups"));
        write(page + "/corrections", Map.of("line", "2", "words", "second caller: two groups"));
        write(page + "/closing", Map.of("result", "NO_TRACE", "words", "all quiet"));
        write(page + "/notes", Map.of("words", "I arrived at 21:04"));

        String log = hale.get(page).body();
        assertThat(log)
                .contains("<s>second caller: three groups </s>")
                .contains("corrected by line 3")
                .contains("Corrects line 2")
                .contains("Closed: Attended, no trace")
                .contains("Report after closing, for Morgan Beacon to see to")
                .contains("I arrived at 21:04");
        assertThat(hale.get("/incidents").body()).doesNotContain("href=\"" + page + "\"");
    }

    @Test
    void a_refused_form_says_why_beside_it_and_keeps_its_words() {
        String page = open(hale, "FIGHT", "Rupert Street", "fight");
        HttpResponse<String> answer =
                hale.post(page + "/corrections", Map.of("key", "refused-form-1", "line", "9", "words", "kept words"));
        assertThat(answer.statusCode()).isEqualTo(422);
        HttpResponse<String> closing = hale.post(
                page + "/closing", Map.of("key", "refused-form-2", "result", "DRAGON", "words", "kept words"));
        assertThat(closing.body())
                .contains("The result (DRAGON) is not in the policy")
                .contains("kept words");
    }

    @Test
    void another_borough_sees_it_nowhere_and_who_may_not_is_told_so() {
        String page = open(hale, "FIGHT", "Rupert Street", "canary-westminster");
        assertThat(westminster.get(page).statusCode()).isEqualTo(200);
        assertThat(westminster.get("/incidents").body()).contains("href=\"" + page + "\"");
        for (String path : List.of(page, page + "/proof", "/incidents", "/incidents/found?q=canary-westminster")) {
            assertThat(camden.get(path).body()).as(path).doesNotContain("canary-westminster</", "href=\"" + page);
        }
        assertThat(camden.get(page).statusCode()).isEqualTo(404);
        assertThat(camden.post(page + "/notes", Map.of("key", "camden-note-1", "words", "hello"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(member.get("/incidents").statusCode()).isEqualTo(403);
        assertThat(member.get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void a_restricted_incident_is_seen_by_those_named_and_by_nobody_else() {
        String page = open(hale, "FIGHT", "Rupert Street", "canary-restricted");
        var restriction =
                Map.of("key", "restrict-1234", "persons", westminster.id.text(), "reason", "an officer is involved");
        assertThat(hale.post(page + "/restriction", restriction).statusCode()).isEqualTo(403);
        var smt = room.person("Alex Candle", "DUTY_OFFICER", "E09000033");
        assertThat(smt.post(page + "/restriction", restriction).statusCode()).isEqualTo(302);

        assertThat(westminster.get(page).statusCode()).isEqualTo(200);
        assertThat(smt.get(page).statusCode()).isEqualTo(200);
        assertThat(hale.get(page).statusCode()).isEqualTo(404);
        assertThat(hale.get("/incidents").body()).doesNotContain("href=\"" + page + "\"");
        assertThat(hale.get("/incidents/found?q=canary-restricted").body()).doesNotContain("href=\"" + page + "\"");
    }

    @Test
    void what_goes_out_live_reaches_its_borough_and_the_room_only_and_nobody_once_it_is_restricted() {
        String page = open(hale, "FIGHT", "Rupert Street", "canary-live");
        assertThat(told("", page)).containsExactly("put");
        assertThat(told("E09000033", page)).containsExactly("put");
        assertThat(told("E09000007", page)).isEmpty();

        var restriction =
                Map.of("key", "restrict-live-1", "persons", westminster.id.text(), "reason", "an officer is involved");
        assertThat(westminster.post(page + "/restriction", restriction).statusCode())
                .isEqualTo(302);
        assertThat(told("", page)).as("the opening again, then the restriction").containsExactly("remove");
        assertThat(told("E09000033", page)).containsExactly("remove");
        assertThat(told("E09000007", page)).isEmpty();
    }

    /// What the live board is told of every entry of an incident: put or remove, never with personal words.
    private static List<String> told(String borough, String page) {
        var viewer = new Viewer(
                new ActorId("p-900"),
                "Somebody",
                new RoleCode("DUTY_OFFICER"),
                "Duty Officer",
                borough.isEmpty() ? Optional.empty() : Optional.of(new BoroughCode(borough)),
                Set.of("incident.read"));
        var stream = Incidents.stream(IncidentRef.of(page.replaceFirst(".*/", "")));
        return room.program.get(Journal.class).read(stream, IncidentEvent.class).entries().stream()
                .flatMap(entry -> room.program.get(IncidentFeed.class).changes(entry, viewer).stream())
                .map(change -> switch (change) {
                    case RowChange.Put put -> {
                        assertThat(put.html()).doesNotContain("canary-live");
                        yield "put";
                    }
                    case RowChange.Move _ -> "move";
                    case RowChange.Remove _ -> "remove";
                })
                .toList();
    }

    @Test
    void what_is_no_incident_is_not_found() {
        for (String path : List.of(
                "/incidents/2026-13-45-1", "/incidents/2026-11-22-0", "/incidents/1", "/incidents/2001-01-01-77")) {
            assertThat(hale.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void every_look_left_its_entry() {
        String page = open(hale, "FIGHT", "Rupert Street", "looked at");
        long before = looks();
        hale.get(page);
        hale.get("/incidents");
        hale.get("/incidents/found?q=looked");
        hale.getJson("/api/v1/incidents");
        hale.getJson("/api/v1" + page + "/log");
        assertThat(looks() - before).isEqualTo(5);
    }

    @Test
    void another_program_opens_once_reads_the_log_and_is_told_why_not() {
        String body = """
                {"type": "FIGHT", "place": "Rupert Street", "said": "by another program", "channel": "RADIO"}""";
        HttpResponse<String> first = hale.postJson("/api/v1/incidents", "api-key-00001", body);
        HttpResponse<String> again = hale.postJson("/api/v1/incidents", "api-key-00001", body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        String log = first.headers().firstValue("Location").orElseThrow();
        assertThat(hale.getJson(log).body())
                .contains("\"event\":\"control/incident.opened\"")
                .contains("\"words\":\"by another program\"");
        assertThat(hale.getJson("/api/v1/incidents").body()).contains("\"locality\":\"Rupert Street, West End");

        HttpResponse<String> keyless = hale.postJson("/api/v1/incidents", "", body);
        assertThat(keyless.statusCode()).isEqualTo(400);
        HttpResponse<String> undecided = hale.postJson("/api/v1/incidents", "api-key-00002", """
                {"type": "FIGHT", "place": "Church Street", "said": "x"}""");
        assertThat(undecided.statusCode()).isEqualTo(422);
        assertThat(undecided.headers().firstValue("Content-Type").orElseThrow()).contains("application/problem+json");
        assertThat(undecided.body()).contains("\"type\":\"/problems/control/place-not-chosen\"");
        assertThat(camden.getJson(log).statusCode()).isEqualTo(404);
    }

    @Test
    void the_proof_of_a_whole_log_is_printed_and_kept_with_its_last_version() throws Exception {
        String page = open(hale, "FIGHT", "Rupert Street", "fight");
        write(page + "/notes", Map.of("words", "second caller"));
        String proof = hale.get(page + "/proof").body();
        for (int tries = 0; tries < 50 && proof.contains("not sealed yet"); tries++) {
            Thread.sleep(200);
            proof = hale.get(page + "/proof").body();
        }
        assertThat(proof)
                .contains("last version is <b class=\"num\">2</b>", "checked just now", "control/incident.note-added")
                .doesNotContain("second caller");
        HttpResponse<String> kept = hale.get(page + "/proof.txt");
        assertThat(kept.body()).startsWith("bluelamp stream proof 1");
        assertThat(camden.get(page + "/proof").statusCode()).isEqualTo(404);
        assertThat(camden.get(page + "/proof.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void the_despatch_desk_is_asked_to_grade_and_send_until_it_is_closed() throws Exception {
        String page = open(hale, "FIGHT", "Rupert Street", "fight");
        String log = hale.get(page).body();
        for (int tries = 0; tries < 50 && log.contains("being asked"); tries++) {
            Thread.sleep(100);
            log = hale.get(page).body();
        }
        assertThat(log).contains("Grade and send: Communications officer, due ");
        write(page + "/closing", Map.of("result", "NO_TRACE"));
        for (int tries = 0; tries < 50 && log.contains("Grade and send: Comm"); tries++) {
            Thread.sleep(100);
            log = hale.get(page).body();
        }
        assertThat(log).contains("Nothing is asked of anybody");
    }

    private static long looks() {
        return room.program
                .get(JdbcClient.class)
                .sql("select count(*) from journal.look")
                .query(Long.class)
                .single();
    }

    private static Map<String, String> form(String type, String place, String said) {
        var fields = new HashMap<String, String>();
        fields.put("key", "form-key-" + ++keys);
        fields.put("type", type);
        fields.put("place", place);
        fields.put("said", said);
        fields.put("channel", "EMERGENCY_CALL");
        return fields;
    }

    private static String open(ControlRoom.Person by, String type, String place, String said) {
        return location(by.post("/incidents", form(type, place, said)));
    }

    private static void write(String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("key", "form-key-" + ++keys);
        HttpResponse<String> answer = hale.post(path, all);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
    }
}
