package org.bluelamp.performance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bluelamp.history.HistoryEvent.AreasNamed;
import org.bluelamp.history.HistoryEvent.Declared;
import org.bluelamp.history.HistoryEvent.Imported;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.SignIns;
import org.bluelamp.people.UnitCode;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The pages over real HTTP: what the person sees, what is escaped, who may not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FigurePagesTest {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String SCRIPT_ESCAPED = "&lt;script&gt;";

    private final HttpClient client = HttpClient.newHttpClient();
    private TestProgram program;
    private String analyst;
    private String member;
    private String officer;

    @BeforeAll
    void start() {
        program = TestProgram.web(List.of(
                "journal",
                "console",
                "policy",
                "people",
                "geography.internal",
                "actions",
                "desks.internal",
                "control.internal",
                "history.internal",
                "performance"));
        analyst = token("ANALYST", "HEADQUARTERS");
        member = token("OVERSIGHT_MEMBER", "HEADQUARTERS");
        officer = token("STANDARDS_INVESTIGATOR", "HEADQUARTERS");
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private String token(String role, String unit) {
        People people = program.get(People.class);
        var person = people.nextId();
        var act = Act.byProgram(
                "test", new Happened(program.get(ServiceClock.class).now(), Happened.Precision.SECOND, "test"));
        var from = LocalDate.of(2020, 1, 1);
        accepted(people.handle(
                new PersonRequest.Join(
                        person, PersonalText.of("Invented " + role), PersonEvent.Service.OFFICER, "Inspector", from),
                act));
        accepted(people.handle(
                new PersonRequest.Post(person, new RoleCode(role), new UnitCode(unit), Optional.empty(), from), act));
        return program.get(SignIns.class).token(person, Duration.ofHours(1)).secret();
    }

    private static void accepted(Decision<?, ?> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }

    private HttpResponse<String> get(String token, String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void record() {
        var act = Act.byProgram(
                "import",
                new Happened(Instant.parse("2026-01-01T00:00:00Z"), Happened.Precision.MICROSECOND, "cad-export"));
        var source = new StreamId("history-source/brigade");
        var declared = new Declared(
                "brigade",
                "The brigade " + SCRIPT,
                "Agency " + SCRIPT,
                "Europe/London",
                Map.of(),
                List.of("attendance"),
                Map.of("attendance", "received → arrived " + SCRIPT),
                Optional.of("attendance"),
                List.of(new Grade("I"), new Grade("S")),
                List.of(new Grade("I")),
                List.of("borough"),
                "Licence " + SCRIPT,
                "Attribution " + SCRIPT,
                1,
                "0",
                "none");
        Journal journal = program.get(Journal.class);
        journal.append(Append.by(act).restingOn(source, 0).write(source, declared));
        journal.append(Append.by(act)
                .restingOn(source, 1)
                .write(source, new AreasNamed("brigade", "borough", Map.of("E09000002", "Barking " + SCRIPT))));
        var batch = new ArrayList<Append>();
        for (int i = 0; i < 120; i++) {
            var stream = new StreamId("history/brigade/" + i);
            batch.add(Append.by(act).restingOn(stream, 0).write(stream, incident(i)));
        }
        journal.appendBatch(batch);
        program.get(Followers.class).awaitCaughtUp(Duration.ofSeconds(60));
    }

    private static Imported incident(int number) {
        boolean few = number >= 110;
        return new Imported(
                "brigade",
                String.valueOf(number),
                Optional.of("FIRE " + SCRIPT),
                Optional.of(new Grade(number % 2 == 0 ? "I" : "S")),
                number % 2 == 0,
                Optional.of("Type " + SCRIPT),
                Optional.empty(),
                Optional.empty(),
                Map.of("borough", few ? "E09000003" : "E09000002"),
                Optional.empty(),
                LocalDate.of(2009, 1, 1).plusDays(number % 50),
                Optional.of(number % 24),
                Optional.empty(),
                Map.of(),
                number == 7 ? Map.of() : Map.of("attendance", number == 8 ? -3L : 200L + number),
                List.of(),
                "0",
                number + 2);
    }

    @Test
    @Order(1)
    void without_incidents_the_page_says_how_they_come_in() {
        HttpResponse<String> page = get(analyst, "/figures");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("No incidents yet").contains("bluelamp import incidents");
        record();
    }

    @Test
    @Order(2)
    void the_first_page_shows_real_figures_with_their_counts() {
        HttpResponse<String> page = get(analyst, "/figures");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("120 incidents, 1 Jan 2009 to 19 Feb 2009")
                .contains("1 without a time, 1 running backwards")
                .contains("of 118")
                .contains("Median by week")
                .contains("small number");
    }

    @Test
    @Order(2)
    void what_a_source_says_of_itself_is_never_markup() {
        for (String path : List.of(
                "/figures",
                "/figures?by=type",
                "/figures?by=agency",
                "/figures/incidents?source=brigade&from=2009-01-01&to=2009-12-31&interval=attendance",
                "/figures?source=" + encoded(SCRIPT),
                "/figures?from=" + encoded(SCRIPT),
                "/figures?" + encoded(SCRIPT) + "=1")) {
            String body = get(analyst, path).body();
            assertThat(body).as(path).doesNotContain(SCRIPT).contains(SCRIPT_ESCAPED);
            assertThat(body).as(path).doesNotContain(" style=");
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    @Order(2)
    void every_figure_of_the_table_opens_as_many_incidents_as_it_counts() {
        var row = Pattern.compile("<a href=\"(/figures/incidents[^\"]*area=E09000003[^\"]*)\"");
        var found = row.matcher(get(analyst, "/figures").body());
        assertThat(found.find()).isTrue();

        HttpResponse<String> behind = get(analyst, found.group(1).replace("&amp;", "&"));

        assertThat(behind.statusCode()).isEqualTo(200);
        assertThat(behind.body())
                .contains("10 incidents: 10 counted, 0 without a time, 0 running backwards.")
                .contains("href=\"/history/sources/brigade/incidents/110\"");
        assertThat(program.get(JdbcClient.class)
                        .sql("select count(*) from journal.look where route = '/figures/incidents'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @Order(2)
    void who_may_see_figures_but_no_incidents_gets_no_way_to_them() {
        assertThat(get(member, "/figures").body()).contains("120 incidents").doesNotContain("/figures/incidents");
        assertThat(get(member, "/figures/incidents?source=brigade&from=2009-01-01&to=2009-12-31&interval=attendance")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(officer, "/figures").statusCode()).isEqualTo(403);
        assertThat(get(officer, "/api/v1/figures/response?from=2009-01-01&to=2009-12-31")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(2)
    void the_answer_for_programs_is_the_document_of_the_command_line() {
        HttpResponse<String> answer =
                get(analyst, "/api/v1/figures/response?from=2009-01-01&to=2009-12-31&by=grade&within=15,240");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .startsWith("{\"from\":\"2009-01-01\",\"to\":\"2009-12-31\",\"by\":[\"grade\"],\"source\":\"brigade\"")
                .contains("\"key\":{\"grade\":\"I\"},\"interval\":\"attendance\",\"n\":59")
                .contains("\"within_pct\":{\"15\":0.0,\"240\":");
    }

    @Test
    @Order(2)
    void a_question_that_cannot_be_answered_is_told_so_with_its_field() {
        for (String[] wrong : new String[][] {
            {"from", "from=yesterday&to=2009-12-31"},
            {"to", "from=2009-01-02&to=2009-01-01"},
            {"by", "from=2009-01-01&to=2009-12-31&by=moon"},
            {"within", "from=2009-01-01&to=2009-12-31&within=15,,20"},
            {"quantile-type", "from=2009-01-01&to=2009-12-31&quantile-type=10"},
            {"week-starts", "from=2009-01-01&to=2009-12-31&week-starts=SOMEDAY"},
            {"source", "from=2009-01-01&to=2009-12-31&source=nowhere"},
            {"colour", "from=2009-01-01&to=2009-12-31&colour=blue"},
        }) {
            HttpResponse<String> answer = get(analyst, "/api/v1/figures/response?" + wrong[1]);
            assertThat(answer.statusCode()).as(wrong[1]).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .as(wrong[1])
                    .contains("\"field\":\"" + wrong[0] + "\"")
                    .contains("/problems/");
        }
        assertThat(get(analyst, "/figures?by=moon").statusCode()).isEqualTo(400);
        assertThat(get(analyst, "/figures?by=moon").body()).contains("Figures are not broken down by (moon).");
    }
}
