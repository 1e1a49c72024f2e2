package org.bluelamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellPageTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestProgram program;

    @BeforeAll
    static void start() {
        program = ConsoleWorld.start();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void officerSignsIn() {
        ConsoleWorld.signedIn = Optional.of(ConsoleWorld.OFFICER);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> page(String path) throws Exception {
        return get(path, "Accept", "text/html");
    }

    @Test
    void a_page_says_who_looks_where_they_may_go_and_that_the_service_is_invented() throws Exception {
        String page = page("/notes").body();
        assertThat(page)
                .contains("C. Okafor", "Desk officer", "Invented service. Nothing on this page happened.")
                .contains("href=\"/notes\" aria-current=\"page\"", "Skip to the content", "action=\"/sign-out\"")
                .contains("data-keys=\"g n\"", "data-keys=\"w\"", "data-verb=\"find\"")
                .doesNotContain("Secrets");
    }

    @Test
    void a_page_without_anybody_signed_in_offers_nothing_that_needs_a_person() throws Exception {
        ConsoleWorld.signedIn = Optional.empty();
        assertThat(page("/problems").body()).doesNotContain("Sign out", "href=\"/notes\"", "data-verb=\"find\"");
    }

    @Test
    void the_colours_a_person_chose_come_with_the_next_page() throws Exception {
        assertThat(page("/notes").body()).contains("data-theme=\"auto\"");
        assertThat(get("/notes", "Accept", "text/html", "Cookie", "theme=night").body())
                .contains("data-theme=\"night\"");
        assertThat(get("/notes", "Accept", "text/html", "Cookie", "theme=\"><script>")
                        .body())
                .contains("data-theme=\"auto\"");
    }

    @Test
    void styles_scripts_fonts_and_libraries_come_from_the_program_itself() throws Exception {
        String page = page("/notes").body();
        assertThat(page).doesNotContain("http://", "https://", " style=", " onclick=");
        for (String path : new String[] {
            "/console/tokens.css",
            "/console/console.js",
            "/console/fonts/inter-latin-wght-normal.woff2",
            WebJars.libraries().htmx(),
            WebJars.libraries().map()
        }) {
            assertThat(page(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void an_address_with_nothing_at_it_is_a_page_to_a_person_and_a_problem_to_a_program() throws Exception {
        var page = page("/nothing");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("There is nothing at this address", "console/not-found")
                .doesNotContain("static resource");
        var problem = get("/api/v1/nothing", "Accept", "text/html");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.body())
                .contains("\"type\":\"/problems/console/not-found\"", "\"instance\":\"/api/v1/nothing\"");
    }

    @Test
    void a_value_that_cannot_be_read_is_named_with_its_field() throws Exception {
        var unreadable = get("/api/v1/number/many");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).contains("\"field\":\"number\"");
        var negative = page("/number/-3");
        assertThat(negative.statusCode()).isEqualTo(400);
        assertThat(negative.body()).contains("The number (-3) must not be negative.");
    }

    @Test
    void a_defect_shows_a_reference_and_nothing_of_the_program() throws Exception {
        var page = page("/fail");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).containsPattern("<code>[0-9a-f]{8}</code>").doesNotContain("secret", "Exception");
        var problem = get("/api/v1/fail");
        assertThat(problem.body())
                .containsPattern("\"reference\":\"[0-9a-f]{8}\"")
                .doesNotContain("secret");
    }

    @Test
    void every_code_has_its_page() throws Exception {
        for (ProblemCode code : ProblemTable.all()) {
            var page = page(code.page());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(code.code());
        }
        assertThat(page("/problems/console/unheard-of").statusCode()).isEqualTo(404);
    }

    @Test
    void every_key_stands_on_the_page_of_keys() throws Exception {
        assertThat(page("/keys").body())
                .contains("Write a note", "Go to Notes", "find WORDS")
                .doesNotContain("Secrets");
    }

    @Test
    void the_night_of_the_machine_is_the_night_of_the_tokens() throws Exception {
        String css = page("/console/tokens.css").body();
        String night = css.substring(css.indexOf("[data-theme=\"night\"] {"), css.indexOf("@media"));
        String auto = css.substring(css.indexOf("[data-theme=\"auto\"] {"));
        assertThat(values(auto)).isEqualTo(values(night));
    }

    private static java.util.List<String> values(String css) {
        return css.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("--"))
                .toList();
    }
}
