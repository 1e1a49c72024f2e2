package org.bluelamp.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonRequest;
import org.bluelamp.people.Routes;
import org.bluelamp.people.UnitCode;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class SignInTest {
    private static final String PASSWORD = "three lamps in a row";
    private static TestProgram program;

    /// Routes of the test for the cases the program's own do not have; never found by a scan of components.
    static class Pages {
        @Needs(Needs.SIGNED_IN)
        @ResponseBody
        String anybody() {
            return "in";
        }

        @ResponseBody
        String undeclared() {
            return "never";
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.web(List.of("journal", "console", "policy", "people"));
        route("/test/anybody-signed-in", "anybody");
        route("/test/undeclared", "undeclared");
        person("ada", "SHIFT_MANAGER", "CONTROL-ROOM");
        person("grace", "ADMINISTRATOR", "HEADQUARTERS");
        person("locked", "ANALYST", "HEADQUARTERS");
    }

    private static void route(String path, String method) {
        var mappings = program.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        try {
            mappings.registerMapping(
                    RequestMappingInfo.paths(path)
                            .methods(RequestMethod.GET)
                            .options(mappings.getBuilderConfiguration())
                            .build(),
                    new Pages(),
                    Pages.class.getDeclaredMethod(method));
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static PersonId person(String signInName, String role, String unit) {
        People people = program.get(People.class);
        PersonId person = people.nextId();
        var act = Act.byProgram(
                "test", new Happened(program.get(ServiceClock.class).now(), Happened.Precision.SECOND, "test"));
        var from = LocalDate.of(2020, 1, 1);
        var name = PersonalText.of("Invented " + signInName);
        accepted(people.handle(
                new PersonRequest.Join(person, name, PersonEvent.Service.OFFICER, "Inspector", from), act));
        accepted(people.handle(
                new PersonRequest.Post(person, new RoleCode(role), new UnitCode(unit), Optional.empty(), from), act));
        program.get(Accounts.class).account(person, signInName, PASSWORD, false);
        return person;
    }

    private static void accepted(Decision<?, ?> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }

    private static Browser browser() {
        return new Browser(program.port());
    }

    private static List<String> logged(String what) {
        return program.get(JdbcClient.class)
                .sql("select method || ' ' || route || ' ' || coalesce(actor, '-') from people.security_log"
                        + " where what = :what order by id")
                .param("what", what)
                .query(String.class)
                .list();
    }

    @Test
    void the_right_password_opens_the_page_that_was_asked_for() {
        Browser ada = browser();

        assertThat(ada.get("/people").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?to=%2Fpeople"));
        var answer = ada.post(
                "/sign-in?to=%2Fpeople", "/sign-in", Map.of("name", " ADA ", "password", PASSWORD, "to", "/people"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/people"));
        assertThat(ada.get("/people").body()).contains("Invented ada").contains("Shift Manager");
        assertThat(logged("NOT_SIGNED_IN")).contains("GET /people -");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_answered_alike() {
        var wrong = browser().signIn("ada", "not the password");
        var unknown = browser().signIn("nobody", "not the password");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(tokenless(wrong.body())).isEqualTo(tokenless(unknown.body()));
        assertThat(logged("SIGN_IN_REFUSED")).contains("POST /sign-in -");
    }

    private static String tokenless(String page) {
        return page.replaceAll("(name=\"_csrf\" value|name=\"csrf-token\" content)=\"[^\"]+\"", "")
                .replaceAll("(datetime|data-position)=\"[^\"]+\"[^<]*", "");
    }

    @Test
    void after_ten_wrong_passwords_the_right_one_is_refused_too() {
        for (int i = 0; i < 10; i++) {
            assertThat(browser().signIn("locked", "wrong number " + i).statusCode())
                    .isEqualTo(401);
        }

        assertThat(browser().signIn("locked", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(logged("LOCKED_OUT")).contains("POST /sign-in -");
    }

    @Test
    void a_session_known_before_signing_in_is_worth_nothing_after() {
        Browser ada = browser();
        ada.get("/sign-in");
        String before = ada.session();

        ada.signIn("ada", PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(ada.session()).isNotEmpty().isNotEqualTo(before);
        var thief = browser().get("/test/anybody-signed-in", "Cookie", "JSESSIONID=" + before);
        assertThat(thief.statusCode()).isEqualTo(302);
    }

    @Test
    void a_form_without_its_token_is_refused_and_logged() {
        Browser ada = browser();
        ada.signIn("ada", PASSWORD);

        assertThat(ada.postBare("/sign-in/password", Map.of("old", PASSWORD)).statusCode())
                .isEqualTo(403);
        assertThat(ada.postBare("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(logged("FORGED_FORM")).anyMatch(line -> line.startsWith("POST /sign-in/password p-"));
        assertThat(ada.get("/test/anybody-signed-in").body()).isEqualTo("in");
    }

    @Test
    void who_signed_out_is_out() {
        Browser ada = browser();
        ada.signIn("ada", PASSWORD);

        assertThat(ada.post("/people", "/sign-out", Map.of()).statusCode()).isEqualTo(302);

        assertThat(ada.get("/test/anybody-signed-in").statusCode()).isEqualTo(302);
    }

    @Test
    void a_role_without_the_permission_is_refused_and_told_who_may() {
        PersonId member = person("member", "OVERSIGHT_MEMBER", "AUTHORITY");
        Browser browser = browser();
        browser.signIn("member", PASSWORD);

        assertThat(browser.get("/people").statusCode()).isEqualTo(403);
        assertThat(logged("NOT_PERMITTED")).contains("GET /people " + member);
    }

    @Test
    void a_route_that_does_not_say_who_may_use_it_is_refused() {
        Browser ada = browser();
        ada.signIn("ada", PASSWORD);

        assertThat(ada.get("/test/undeclared").statusCode()).isEqualTo(500);
        assertThat(program.get(Routes.class).all())
                .contains(new Routes.Route("/test/undeclared", "GET", ""))
                .contains(new Routes.Route("/people", "GET", "people.read"));
    }

    @Test
    void every_answer_says_what_a_browser_may_do_with_it_and_has_nothing_inline() {
        var page = browser().get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
                        + "form-action 'self'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("<style")
                .doesNotContainPattern("\\sstyle=")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("javascript:")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
    }

    @Test
    void a_script_in_every_field_comes_back_as_words() {
        String script = "\"><script>alert(1)</script>";
        var answer = browser()
                .post(
                        "/sign-in",
                        "/sign-in",
                        Map.of("name", script, "password", script, "to", "/x\"><script>alert(1)"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("<script>alert");
        person("scripted", "ANALYST", "HEADQUARTERS");
    }

    @Test
    void nobody_is_sent_to_another_host_after_signing_in() {
        for (String to : List.of("//evil.example", "https://evil.example", "/\\evil.example", "/sign-in/demo")) {
            var answer = browser().post("/sign-in", "/sign-in", Map.of("name", "ada", "password", PASSWORD, "to", to));
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(where -> assertThat(where).matches("(http://localhost:\\d+)?/(;.*)?"));
        }
    }

    @Test
    void a_bearer_token_acts_as_its_person_without_a_session_and_ends_with_a_new_password() {
        PersonId person = person("robot", "SHIFT_MANAGER", "CONTROL-ROOM");
        var token = program.get(Accounts.class).token(person, Duration.ofHours(1));
        Browser browser = browser();

        assertThat(browser.get("/test/anybody-signed-in", "Authorization", "Bearer " + token.secret())
                        .body())
                .isEqualTo("in");
        assertThat(browser.session()).isEmpty();
        program.get(Accounts.class).account(person, "robot", PASSWORD + " two", false);
        assertThat(browser.get("/test/anybody-signed-in", "Authorization", "Bearer " + token.secret())
                        .statusCode())
                .isEqualTo(401);
        assertThat(logged("TOKEN_REFUSED")).isNotEmpty();
    }

    @Test
    void a_password_given_by_somebody_else_is_changed_first() {
        PersonId person = person("newcomer", "ANALYST", "HEADQUARTERS");
        program.get(Accounts.class).account(person, "newcomer", PASSWORD, true);
        Browser browser = browser();
        browser.signIn("newcomer", PASSWORD);

        assertThat(browser.get("/policies").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in/password"));
        assertThat(browser.post(
                                "/sign-in/password",
                                "/sign-in/password",
                                Map.of("old", PASSWORD, "replacement", "short"))
                        .statusCode())
                .isEqualTo(422);
        browser.post("/sign-in/password", "/sign-in/password", Map.of("old", PASSWORD, "replacement", PASSWORD + "!"));

        assertThat(browser.get("/policies").statusCode()).isEqualTo(200);
    }

    @Test
    void there_are_no_chairs_of_a_demonstration_where_there_is_no_demonstration() {
        assertThat(browser()
                        .post("/sign-in", "/sign-in/demo", Map.of("person", "p-1"))
                        .statusCode())
                .isNotEqualTo(302);
        assertThat(browser().get("/sign-in").body()).doesNotContain("/sign-in/demo");
    }

    @Test
    void opening_the_list_of_people_leaves_an_act_of_looking() {
        Browser ada = browser();
        ada.signIn("ada", PASSWORD);
        long before = looks();

        ada.get("/people");

        assertThat(looks()).isEqualTo(before + 1);
    }

    private static long looks() {
        return program.get(JdbcClient.class)
                .sql("select count(*) from journal.look")
                .query(Long.class)
                .single();
    }

    @Test
    void the_statements_fit_the_database() {
        SqlContract.check(program.database(), Accounts.class, Attempts.class, SecurityLog.class);
    }
}
