package org.bluelamp.simulation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.people.Presence;
import org.bluelamp.simulation.DemoWorld;
import org.bluelamp.testing.Browsers;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The page of the demonstration in a real browser, with the world at work behind it.
class DemoPagesTest {
    private static TestProgram program;

    @BeforeAll
    static void start() {
        program = TestProgram.web(
                List.of(
                        "journal",
                        "console",
                        "policy",
                        "people",
                        "persons",
                        "geography",
                        "actions",
                        "workforce",
                        "desks",
                        "control",
                        "contact",
                        "desks",
                        "despatch",
                        "simulation"),
                List.of("bluelamp.demo=true"));
        program.get(DemoWorld.class).start();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void a_visitor_sits_down_sets_the_speed_with_one_key_and_leaves_the_chair_again() {
        Browsers.in(window -> {
            Page page = window.newPage();
            String home = "http://localhost:" + program.port();
            page.navigate(home + "/sign-in");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sit here as Analyst or researcher"))
                    .first()
                    .click();
            page.navigate(home + "/demo");
            assertThat(program.get(Presence.class).signedIn()).hasSize(1);
            assertThat(Browsers.violations(page)).isEmpty();
            page.keyboard().press("3");
            page.waitForSelector(".notice.good");
            assertThat(program.get(ServiceClock.class).rate()).isEqualTo(60);
            assertThat(page.content()).contains("The service clock runs at ×60.", "Chairs visitors sit in");
            Browsers.picture(page, "demo");
            page.keyboard().press("1");
            page.waitForCondition(() -> program.get(ServiceClock.class).rate() == 1);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.waitForURL("**/sign-in?out");
            assertThat(program.get(Presence.class).signedIn()).isEmpty();
        });
        assertThat(program.get(DemoWorld.class).state().defect()).isEmpty();
    }
}
