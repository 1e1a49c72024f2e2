package org.bluelamp.geography.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.geography.ReferenceData;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeographyPagesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestProgram program;

    /// Somebody who may read places is signed in; who may not is the business of the sign-in's own tests.
    static class SignedIn {
        @Bean
        Viewers viewers() {
            return () -> Optional.of(new Viewer(
                    new ActorId("p-1"),
                    "Invented Reader",
                    new RoleCode("ANALYST"),
                    "Analyst",
                    Optional.empty(),
                    Set.of("geography.read")));
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .build();
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.web(List.of("journal", "console", "geography"), SignedIn.class);
        program.get(ReferenceData.class)
                .loadShipped(Act.byProgram(
                        "test",
                        new Happened(Instant.parse("2026-11-22T20:00:00Z"), Happened.Precision.SECOND, "test")));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static HttpResponse<String> get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                    .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html,*/*")
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String asked(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }

    @Test
    void the_page_shows_what_is_loaded_with_version_licence_hash_and_counts() {
        var page = get("/geography");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("london-32-and-city", "654", "181,216", "22\u00a0May\u00a02014", "Open Government Licence v3")
                .contains("© OpenStreetMap contributors", "SHA-256");
    }

    @Test
    void a_search_shows_its_candidates_with_their_boroughs_and_a_map() {
        var page = get("/geography?q=" + asked("chancery lane"));
        assertThat(page.body())
                .contains("places could be meant: a person chooses.", "Camden", "City of London", "data-map")
                .contains("/geography/outlines/borough/london-32-and-city");
        assertThat(get("/geography?q=" + asked("Zzyzx Qwrty")).body()).contains("Nothing in the gazetteer comes near");
    }

    @Test
    void words_with_a_script_in_them_are_shown_as_words() {
        assertThat(get("/geography?q=" + asked("<script>alert(1)</script>")).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void the_map_gets_its_points_and_outlines_from_us() {
        var points = get("/geography/points?q=" + asked("rupert street"));
        assertThat(points.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/geo+json"));
        assertThat(json(points)
                        .get("features")
                        .get(0)
                        .get("properties")
                        .get("words")
                        .asString())
                .isEqualTo("Rupert Street, Westminster");
        assertThat(json(get("/geography/outlines/borough/london-32-and-city"))
                        .get("features")
                        .size())
                .isEqualTo(33);
        assertThat(get("/geography/outlines/borough/unknown").statusCode()).isEqualTo(404);
        assertThat(get("/geography/outlines/county/x").statusCode()).isEqualTo(404);
    }

    @Test
    void another_program_asks_for_places_as_json() {
        JsonNode answer = json(get("/api/v1/places?limit=3&q=" + asked("Ruppert stret")));
        assertThat(answer.get("answer").asString()).isEqualTo("found");
        JsonNode first = answer.get("places").get(0);
        assertThat(first.get("name").asString()).isEqualTo("Rupert Street");
        assertThat(first.get("borough").get("code").asString()).isEqualTo("E09000033");
        assertThat(first.get("ward").get("version").asString()).isEqualTo("2014");
        assertThat(first.get("latitude").asDouble()).isBetween(51.50, 51.52);
    }

    @Test
    void a_question_that_cannot_be_read_is_answered_with_its_field() {
        var missing = get("/api/v1/places");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("(q)");
        assertThat(get("/api/v1/places?q=x&limit=1000").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/places?q=x&limit=ten").body()).contains("limit (ten) must be from 1 to 50");
    }
}
