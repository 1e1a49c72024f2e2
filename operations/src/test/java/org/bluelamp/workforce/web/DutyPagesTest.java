package org.bluelamp.workforce.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.SignIns;
import org.bluelamp.people.UnitCode;
import org.bluelamp.testing.Browsers;
import org.bluelamp.testing.FixedServiceClock;
import org.bluelamp.testing.TestProgram;
import org.bluelamp.workforce.Rosters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The pages of duties over real HTTP: what each person sees, what is booked, and who may not.
class DutyPagesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestProgram program;
    private static String sergeant;
    private static String camden;
    private static String room;
    private static String member;

    static class Noon {
        @Bean
        @Primary
        ServiceClock noon() {
            return new FixedServiceClock(NOON);
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.web(
                List.of("journal", "console", "policy", "people", "geography", "workforce"), Noon.class);
        sergeant = person("Ashley Wick", "PATROL_SERGEANT", "E09000033");
        camden = person("Sam Taper", "PATROL_SERGEANT", "E09000007");
        room = person("Morgan <b>Beacon</b>", "COMMUNICATIONS_OFFICER", "");
        member = person("Kit Tinder", "OVERSIGHT_MEMBER", "");
        String rows = """
                day,callsign,tour,kind,borough,command_unit,from,until,vehicle,equipment,crew
                2026-11-22,MP12,1,RESPONSE,E09000033,BOCU-WESTMINSTER,11:00,19:00,Area car,TASER,p-3:TASER/2027-01-31
                2026-11-22,MP13,1,RESPONSE,E09000033,BOCU-WESTMINSTER,11:00,19:00,,,p-1
                2026-11-22,MP14,1,DOG,E09000033,BOCU-WESTMINSTER,11:00,19:00,,,p-4:DOG_HANDLER/2026-01-31
                2026-11-22,CM1,1,RESPONSE,E09000007,BOCU-CAMDEN,11:00,19:00,,,p-2
                """;
        assertThat(program.get(Rosters.class)
                        .take(rows, Optional.empty(), false, act())
                        .planned())
                .isEqualTo(4);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Act act() {
        return Act.byProgram("test", new Happened(NOON, Happened.Precision.SECOND, "test"));
    }

    private static String person(String name, String role, String borough) {
        People people = program.get(People.class);
        PersonId id = people.nextId();
        var from = LocalDate.of(2020, 1, 1);
        accepted(people.handle(
                new PersonRequest.Join(id, PersonalText.of(name), PersonEvent.Service.OFFICER, "Sergeant", from),
                act()));
        Optional<BoroughCode> bound = borough.isEmpty() ? Optional.empty() : Optional.of(new BoroughCode(borough));
        accepted(people.handle(
                new PersonRequest.Post(id, new RoleCode(role), new UnitCode("CONTROL-ROOM"), bound, from), act()));
        return program.get(SignIns.class).token(id, Duration.ofHours(8)).secret();
    }

    private static void accepted(Decision<?, ?> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }

    private static HttpResponse<String> get(String token, String path) {
        return send(request(token, path).GET());
    }

    private static HttpResponse<String> post(String token, String path) {
        return send(request(token, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("")));
    }

    private static HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + program.port() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Test
    void a_borough_sees_its_own_tours_and_the_control_room_all_of_them() {
        assertThat(get(sergeant, "/duties").body()).contains("MP12").doesNotContain("CM1");
        assertThat(get(camden, "/duties").body()).contains("CM1").doesNotContain("MP12");
        assertThat(get(room, "/duties").body()).contains("CM1", "MP12", "not booked on");
        assertThat(get(member, "/duties").statusCode()).isEqualTo(403);
        assertThat(get(camden, "/duties/2026-11-22-MP12-1").statusCode()).isEqualTo(404);
        assertThat(get(room, "/duties/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void a_name_with_markup_in_it_is_shown_as_words() {
        assertThat(get(room, "/duties").body())
                .contains("Morgan &lt;b&gt;Beacon&lt;/b&gt;")
                .doesNotContain("<b>Beacon");
    }

    @Test
    void a_crew_is_booked_on_and_off_once() {
        assertThat(post(room, "/duties/2026-11-22-CM1-1/book-on").body()).contains("Recorded at", "on since 12:00");
        var again = post(room, "/duties/2026-11-22-CM1-1/book-on");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("is booked on already");
        assertThat(post(room, "/duties/2026-11-22-CM1-1/book-off").body()).contains("off at 12:00");
    }

    @Test
    void a_skill_that_has_run_out_is_said_and_refused() {
        var page = get(sergeant, "/duties/2026-11-22-MP14-1").body();
        assertThat(page).contains("Dog handler until 2026-01-31 (out of date)");
        var refused = post(sergeant, "/duties/2026-11-22-MP14-1/book-on");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("holds (DOG_HANDLER) in date");
    }

    @Test
    void a_sergeant_books_a_crew_on_with_four_keys_and_axe_finds_nothing() {
        Browsers.in(window -> {
            window.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + sergeant));
            Page page = window.newPage();
            page.navigate(uri("/duties").toString());
            assertThat(Browsers.violations(page)).isEmpty();
            Browsers.picture(page, "duties");
            while (!"tour-2026-11-22-MP13-1".equals(page.evaluate("document.activeElement.id"))) {
                page.keyboard().press("j");
            }
            page.keyboard().press("Enter");
            page.waitForURL("**/duties/2026-11-22-MP13-1");
            assertThat(Browsers.violations(page)).isEmpty();
            Browsers.picture(page, "duty");
            page.keyboard().press("b");
            page.waitForSelector(".notice.good");
            assertThat(page.content()).contains("on since 12:00");
        });
    }
}
