package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.SignIns;
import org.bluelamp.testing.Proves;
import org.junit.jupiter.api.Test;

/// Calls on the running program: fifteen on one explosion, a street in two boroughs, a grade that is argued for.
class CallsTakenTest {
    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String callTaker = token();

    @Test
    @Proves("C1")
    void fifteen_people_call_about_one_explosion_and_the_room_has_one_incident_with_all_their_words() throws Exception {
        // The first caller: a bang on Rupert Street. It becomes the incident.
        HttpResponse<String> first = call("explosion-1", """
                {"channel": "EMERGENCY_CALL", "type": "EXPLOSION", "place": "Rupert Street",
                 "number": "07700 900401", "said": "huge bang, a bakery has no front any more"}""");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String incident = field(first.body(), "incident");

        // Fourteen more within two minutes: each is another caller of it, and each is a contact of its own.
        var words = new ArrayList<String>();
        for (int caller = 2; caller <= 15; caller++) {
            words.add("caller %d saw smoke and the bakery gone".formatted(caller));
            HttpResponse<String> further =
                    call("explosion-" + caller, """
                    {"channel": "EMERGENCY_CALL", "type": "EXPLOSION", "place": "Rupert Street",
                     "number": "07700 9004%02d", "said": "%s", "outcome": "link %s"}""".formatted(caller, words.getLast(), incident));
            assertThat(further.body()).contains("\"stage\":\"LINKED\"", incident);
        }

        // Nobody's words are lost: they stand in the one log, and fifteen contacts point to it.
        String log = get("/api/v1/incidents/" + incident + "/log");
        assertThat(log).contains(words);
        Pattern pointing = Pattern.compile("\"incident\":\"%s\"".formatted(incident));
        assertThat(pointing.matcher(get("/api/v1/contacts")).results()).hasSize(15);
    }

    @Test
    @Proves("C2")
    void the_answers_lead_to_a_grade_and_another_is_given_with_a_reason_that_stays() throws Exception {
        // Theft is extended; that whoever did it is still there makes it immediate.
        String asked = """
                {"type": "THEFT", "place": "Rupert Street", "said": "a purse was taken",
                 "answers": {"NEAR": "YES"}, "thrive": {"threat": "none seen"}%s}""";
        assertThat(field(call("grade-1", asked.formatted("")).body(), "grade")).isEqualTo("I");

        // Another grade needs a reason, and with it is the call taker's to give.
        HttpResponse<String> without = call("grade-2", asked.formatted(", \"grade\": \"S\""));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("/problems/contact/because-missing");
        HttpResponse<String> given =
                call("grade-3", asked.formatted(", \"grade\": \"S\", \"because\": \"held by two shopkeepers\""));
        assertThat(field(given.body(), "grade")).isEqualTo("S");

        // The reasons stay with the contact for whoever asks later.
        assertThat(get("/contacts/" + field(given.body(), "contact")))
                .contains("Graded S, recommended I", "held by two shopkeepers", "whoever did it is still there");
    }

    private HttpResponse<String> call(String key, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(PROGRAM.address() + "/api/v1/contacts"))
                        .header("Authorization", "Bearer " + callTaker)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "scenario-calls-" + key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(PROGRAM.address() + path))
                        .header("Authorization", "Bearer " + callTaker)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String field(String json, String name) {
        var found = Pattern.compile("\"%s\":\"([^\"]+)\"".formatted(name)).matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }

    private static String token() {
        var person = PROGRAM.get(People.class)
                .holding(new RoleCode("COMMUNICATIONS_OFFICER"))
                .getFirst();
        return PROGRAM.get(SignIns.class)
                .token(person.person(), Duration.ofHours(1))
                .secret();
    }
}
