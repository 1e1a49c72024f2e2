package org.bluelamp.despatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.geography.ReferenceData;
import org.bluelamp.geography.Roads;
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
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MapTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestProgram program;
    private static String officer;
    private static String despatcher;
    private static String sergeant;

    @BeforeAll
    static void start() {
        program = TestProgram.web(
                List.of(
                        "journal",
                        "console",
                        "policy",
                        "people",
                        "geography",
                        "actions",
                        "workforce",
                        "desks",
                        "control",
                        "despatch"),
                List.of("bluelamp.roads=open"));
        program.get(ReferenceData.class).loadShipped(act());
        officer = token("RESPONSE_OFFICER", "E09000033");
        despatcher = token("COMMUNICATIONS_OFFICER", "");
        sergeant = token("PATROL_SERGEANT", "E09000033");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Act act() {
        return Act.byProgram(
                "test", new Happened(program.get(ServiceClock.class).now(), Happened.Precision.SECOND, "test"));
    }

    private static String token(String role, String borough) {
        People people = program.get(People.class);
        PersonId id = people.nextId();
        var from = LocalDate.of(2020, 1, 1);
        accepted(people.handle(
                new PersonRequest.Join(id, PersonalText.of("Invented"), PersonEvent.Service.OFFICER, "Constable", from),
                act()));
        accepted(people.handle(
                new PersonRequest.Post(
                        id,
                        new RoleCode(role),
                        new UnitCode("CONTROL-ROOM"),
                        borough.isEmpty() ? Optional.empty() : Optional.of(new BoroughCode(borough)),
                        from),
                act()));
        return program.get(SignIns.class).token(id, Duration.ofHours(8)).secret();
    }

    private static void accepted(Decision<?, ?> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> report(String token, String fixes) {
        return send(request("/api/v1/positions", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(fixes))
                .build());
    }

    private static HttpResponse<String> get(String path, String token) {
        return send(request(path, token).header("Accept", "application/json").build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String fix(String callsign, double lat, double lon) {
        return "{\"callsign\":\"%s\",\"lat\":%s,\"lon\":%s,\"at\":\"%s\"}"
                .formatted(callsign, lat, lon, program.get(ServiceClock.class).now());
    }

    @Test
    void a_report_takes_what_is_good_and_says_why_the_rest_is_not() {
        var answer = report(
                officer,
                "[%s, {\"callsign\":\"ye 1\",\"lat\":51.5,\"lon\":-0.1,\"at\":\"2026-11-22T21:00:00Z\"}, %s]"
                        .formatted(fix("AA11", 51.5130, -0.1340), fix("AA12", 91, 0)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"taken\":1", "The callsign (ye 1) must match", "is not on the earth", "position/unreadable");
    }

    @Test
    void who_may_not_report_or_watch_is_refused() {
        assertThat(report(despatcher, "[]").statusCode()).isEqualTo(403);
        String analyst = token("ANALYST", "");
        assertThat(get("/api/v1/positions/live", analyst).statusCode()).isEqualTo(403);
        assertThat(get("/map", analyst).statusCode()).isEqualTo(403);
    }

    @Test
    void a_boroughs_sergeant_is_told_of_units_in_the_borough_and_the_room_of_all() throws Exception {
        report(officer, "[%s,%s]".formatted(fix("BB11", 51.5130, -0.1340), fix("BB12", 51.3727, -0.1099)));
        assertThat(told(despatcher, "BB12")).contains("BB11");
        assertThat(told(sergeant, "BB11")).doesNotContain("BB12");
    }

    /// The first message that tells of a unit.
    private static String told(String token, String unit) throws Exception {
        var answer =
                HTTP.send(request("/api/v1/positions/live", token).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .limit(40)
                    .filter(line -> line.contains(unit))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void the_roads_are_served_as_tiles_that_name_their_streets() throws InterruptedException {
        for (int tries = 0; program.get(Roads.class).loaded().isEmpty() && tries < 300; tries++) {
            Thread.sleep(100);
        }
        String version = program.get(Roads.class).loaded().orElseThrow().version();
        assertThat(get("/geography/layers", despatcher).body())
                .contains("/geography/roads/" + version, "/geography/outlines/borough/", "OpenStreetMap");
        var tile = get("/geography/roads/%s/14/8186/5448".formatted(version), despatcher);
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.body().contains("\"class\":\"main\",\"name\":\"Whitehall\""))
                .isTrue();
        assertThat(get("/geography/roads/%s/15/0/0".formatted(version), despatcher)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/geography/roads/other/14/8186/5448", despatcher).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_map_has_a_list_beside_it_that_follows_and_passes_axe() {
        report(officer, "[%s]".formatted(fix("CC11", 51.5130, -0.1340)));
        Browsers.in(1280, 800, window -> {
            window.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + despatcher));
            Page page = window.newPage();
            page.navigate("http://localhost:" + program.port() + "/map");
            PlaywrightAssertions.assertThat(page.locator("#mark-unit-CC11")).containsText("CC11");
            page.locator("#room-map[data-map-ready]").waitFor();
            PlaywrightAssertions.assertThat(page.locator("[data-map-live]")).containsText("live");
            assertThat(page.locator("#mark-unit-CC12").count()).isZero();
            report(officer, "[%s]".formatted(fix("CC12", 51.5107, -0.1210)));
            PlaywrightAssertions.assertThat(page.locator("#mark-unit-CC12")).containsText("CC12");
            page.locator("#mark-unit-CC12 button").focus();
            page.keyboard().press("Enter");
            page.waitForURL((String url) -> url.contains("#map=16"));
            assertThat(Browsers.violations(page)).isEmpty();
        });
    }
}
