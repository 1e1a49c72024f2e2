package org.bluelamp.actions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.Actions;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.SignIns;
import org.bluelamp.people.UnitCode;
import org.bluelamp.testing.TestProgram;
import org.bluelamp.testing.Tricks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The list of what one must do, over real HTTP.
class ActionPagesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestProgram program;
    private static String officer;
    private static String investigator;

    @BeforeAll
    static void start() {
        program = TestProgram.web(List.of("journal", "console", "policy", "people", "actions"));
        officer = token("COMMUNICATIONS_OFFICER");
        investigator = token("STANDARDS_INVESTIGATOR");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Instant now() {
        return program.get(ServiceClock.class).now();
    }

    private static Act act() {
        return Act.byProgram("test", new Happened(now(), Happened.Precision.MICROSECOND, "test"));
    }

    private static String token(String role) {
        People people = program.get(People.class);
        PersonId id = people.nextId();
        var from = LocalDate.of(2020, 1, 1);
        var name = PersonalText.of("Invented " + role);
        people.handle(new PersonRequest.Join(id, name, PersonEvent.Service.OFFICER, "Inspector", from), act());
        var unit = new UnitCode("CONTROL-ROOM");
        people.handle(new PersonRequest.Post(id, new RoleCode(role), unit, Optional.empty(), from), act());
        return program.get(SignIns.class).token(id, Duration.ofHours(8)).secret();
    }

    private static ActionId ask(String name, String what, String about) {
        var id = new ActionId("test/" + name);
        var request =
                new ActionRequest.Ask(id, what, about, "control-room", Optional.empty(), Optional.of(about), now());
        assertThat(program.get(Actions.class).handle(request, act())).isInstanceOf(Decision.Accepted.class);
        return id;
    }

    private static HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/html");
    }

    private static HttpResponse<String> list(String token) {
        return send(request(token, "/actions").GET().build());
    }

    private static HttpResponse<String> answer(String token, String action, String words) {
        String body = Map.of("action", action, "words", words).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(token, "/actions/answer")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static List<ActionEvent> record(ActionId action) {
        return program.get(Journal.class)
                .read(new StreamId("action/" + action), ActionEvent.class)
                .events();
    }

    @Test
    void an_answer_is_taken_where_the_action_stands_and_the_list_is_shorter() {
        ActionId action = ask("plain", "Ring back about the gate", "incident/2026-11-22-7");
        assertThat(list(officer).body())
                .contains("Ring back about the gate", "href=\"/incidents/2026-11-22-7\"", "asked of you first");

        HttpResponse<String> answered = answer(officer, action.text(), "Rang, gate is shut.");

        assertThat(answered.body()).contains("Answered.").doesNotContain("Ring back about the gate");
        assertThat(record(action).getLast()).isInstanceOf(ActionEvent.Answered.class);
    }

    @Test
    void a_script_in_every_field_is_shown_as_words_and_never_as_more() {
        String what = "<script>alert('trick')</script>\"'><img src=x onerror=alert('trick')>";
        ActionId action = ask("script-asked", what, Tricks.ALL);
        Tricks.assertShownAsWords(list(officer));

        HttpResponse<String> tooLong = answer(officer, action.text(), Tricks.ALL.repeat(5));
        Tricks.assertShownAsWords(tooLong);
        HttpResponse<String> badName = answer(officer, Tricks.ALL, Tricks.ALL);
        Tricks.assertOnlyWords(badName);
        HttpResponse<String> taken = answer(officer, action.text(), Tricks.ALL);
        Tricks.assertOnlyWords(taken);

        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(badName.statusCode()).isEqualTo(400);
        assertThat(taken.body()).contains("Answered.");
        assertThat(record(action).getLast())
                .isInstanceOfSatisfying(
                        ActionEvent.Answered.class,
                        event -> assertThat(event.words().orMark())
                                .as("the record keeps what was said")
                                .isEqualTo(Tricks.ALL));
    }

    @Test
    void what_is_wrong_with_an_answer_stands_beside_it_and_its_words_are_kept() {
        ActionId action = ask("too-long", "Grade and send", "incident/2026-11-22-8");

        HttpResponse<String> answer = answer(officer, action.text(), "kept words " + "x".repeat(500));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("An answer has at most 500 characters; these are 511.", "value=\"kept words xxx")
                .containsPattern("aria-describedby=\"(fault-\\d+)\"[\\s\\S]*id=\"\\1\"");
        assertThat(record(action)).hasSize(1);
    }

    @Test
    void bad_values_are_told_with_their_field_and_change_nothing() {
        ActionId action = ask("bad-values", "Grade and send", "incident/2026-11-22-9");

        assertThat(answer(officer, "Not A Name", "words").body())
                .contains("action", "The action (Not A Name) must match");
        HttpResponse<String> nul = answer(officer, action.text(), "a\u0000b");
        assertThat(nul.statusCode()).isEqualTo(422);
        assertThat(nul.body()).contains("The words hold a sign that is no letter.");
        HttpResponse<String> unknown = answer(officer, "test/never-asked", "words");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Nothing was asked for as (test/never-asked).");
        assertThat(answer(investigator, action.text(), "words").statusCode()).isEqualTo(403);
        assertThat(record(action)).hasSize(1);
    }
}
