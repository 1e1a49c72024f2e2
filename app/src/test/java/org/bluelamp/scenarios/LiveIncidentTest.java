package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.SignIns;
import org.bluelamp.testing.Proves;
import org.junit.jupiter.api.Test;

/// One call, from the form of the call taker to the proof of its log.
@Proves("D1")
class LiveIncidentTest {
    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_call_is_placed_by_the_gazetteer_logged_found_and_proved_and_only_its_borough_and_the_room_see_it()
            throws Exception {
        String takesCalls = token("COMMUNICATIONS_OFFICER", "");
        String westminster = token("DUTY_OFFICER", "E09000033");
        String camden = token("DUTY_OFFICER", "E09000007");

        // A caller reports a fight; the gazetteer knows the street, its borough and its ward.
        String incident = post(
                takesCalls,
                "/incidents",
                Map.of(
                        "key", "scenario-live-1",
                        "type", "FIGHT",
                        "place", "Rupert Street",
                        "said", "two groups, one has a scimitar",
                        "caller", "07700 900441"));
        assertThat(get(takesCalls, incident))
                .contains("Rupert Street", "Westminster", "two groups, one has a scimitar", "07700 900441");

        // More is said, one line is put right, and both stay.
        post(takesCalls, incident + "/notes", Map.of("key", "scenario-live-2", "words", "three have run off"));
        post(
                takesCalls,
                incident + "/corrections",
                Map.of("key", "scenario-live-3", "line", "2", "words", "two have run off"));
        assertThat(get(takesCalls, incident)).contains("three have run off", "two have run off", "corrected by line 3");

        // The duty officer of Westminster finds it by what was said. Camden's does not, and is told of nothing.
        assertThat(get(westminster, "/incidents/found?q=scimitar")).contains(incident);
        assertThat(get(camden, "/incidents/found?q=scimitar")).doesNotContain(incident);
        assertThat(send(camden, incident).statusCode()).isEqualTo(404);

        // It is closed, stays readable, and its log is proved whole: three lines and the closing.
        post(takesCalls, incident + "/closing", Map.of("key", "scenario-live-4", "result", "NO_TRACE", "words", ""));
        assertThat(get(takesCalls, "/incidents")).doesNotContain("href=\"" + incident + "\"");
        assertThat(proof(takesCalls, incident)).contains("last version is <b class=\"num\">4</b>", "checked just now");
    }

    /// The proof page once the newest line is sealed, a second or so after it was written.
    private String proof(String token, String incident) throws Exception {
        String page = get(token, incident + "/proof");
        for (int tries = 0; tries < 50 && page.contains("not sealed yet"); tries++) {
            Thread.sleep(200);
            page = get(token, incident + "/proof");
        }
        return page;
    }

    private static String token(String role, String borough) {
        PersonView person = PROGRAM.get(People.class).holding(new RoleCode(role)).stream()
                .filter(each -> borough.isEmpty()
                        || each.posts().stream()
                                .anyMatch(post -> post.borough()
                                        .map(new BoroughCode(borough)::equals)
                                        .orElse(false)))
                .findFirst()
                .orElseThrow();
        return PROGRAM.get(SignIns.class)
                .token(person.person(), Duration.ofHours(1))
                .secret();
    }

    private String get(String token, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(token, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(String token, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(PROGRAM.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// Sends a form and answers where it leads.
    private String post(String token, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(PROGRAM.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
    }
}
