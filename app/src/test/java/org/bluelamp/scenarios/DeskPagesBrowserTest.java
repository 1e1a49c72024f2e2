package org.bluelamp.scenarios;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.Actions;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.testing.Browsers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desk pages in a real browser: they hold to WCAG 2.2 AA by day and by night, at a desk and on a telephone, and
/// what each is for is done without a mouse.
class DeskPagesBrowserTest {
    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final int DESK = 1280;
    private static final int TELEPHONE = 390;
    private static final int TABS_MAX = 60;
    private static final int MILLIS_MAX = 15_000;

    private static final String COLUMNS = "CAD Event Number,Event Clearance Description,Call Type,Priority,"
            + "Initial Call Type,Final Call Type,Original Time Queued,Arrived Time,Precinct,Sector,Beat\n";
    private static final String GOOD =
            "browser-1,REPORT,911,3,A,--THEFT,05/15/2020 11:23:01 PM,05/15/2020 11:33:28 PM,SOUTH,ROBERT,R1\n";
    private static final String WRONG =
            "browser-2,REPORT,911,X,A,--THEFT,02/30/2020 11:23:01 PM,05/15/2020 11:33:28 PM,SOUTH,ROBERT,R1\n";

    @BeforeAll
    static void somethingIsToBeDone() {
        ask("look-at-me", "Ring the caller back about the gate");
    }

    private static void ask(String name, String what) {
        Instant now = PROGRAM.get(ServiceClock.class).now();
        var request = new ActionRequest.Ask(
                new ActionId("browser/" + name),
                what,
                "incident/2026-11-22-7",
                "control-room",
                Optional.empty(),
                Optional.empty(),
                now);
        var act = Act.byProgram("test", new Happened(now, Happened.Precision.MICROSECOND, "test"));
        assertThat(PROGRAM.get(Actions.class).handle(request, act)).isInstanceOf(Decision.Accepted.class);
    }

    private static Page signedIn(BrowserContext window, String role) {
        Page page = window.newPage();
        page.setDefaultTimeout(MILLIS_MAX);
        page.navigate(PROGRAM.address() + "/sign-in");
        String person = PROGRAM.get(People.class)
                .holding(new RoleCode(role))
                .getFirst()
                .person()
                .text();
        page.click("button[name=person][value='%s']".formatted(person));
        ready(page);
        return page;
    }

    /// Waits until the page listens to the keys.
    private static void ready(Page page) {
        page.waitForFunction("() => document.querySelector('#theme')?.title");
    }

    private static void arrived(Page page, String pattern) {
        page.waitForURL(Pattern.compile(pattern));
        ready(page);
    }

    /// Everything that is wrong with the page as it looks now, in both themes.
    private static List<String> faults(Page page, int width, String name) {
        var faults = new ArrayList<String>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            String where = "%s %d %s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
            Browsers.picture(page, where.replace(' ', '-'));
            Browsers.violations(page).forEach(violation -> faults.add(where + ": " + violation));
            int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (wide > width) {
                faults.add("%s: %d pixels wide".formatted(where, wide));
            }
        }
        return faults;
    }

    /// A page, with what has to stand on it before it is looked at.
    private record Desk(String name, String path, String role, String ready) {}

    private static final List<Desk> DESKS = List.of(
            new Desk("figures", "/figures", "ANALYST", "table[data-rows] tbody tr"),
            new Desk("figures-seattle", "/figures?source=seattle", "ANALYST", "table[data-rows] tbody tr"),
            new Desk("history", "/history", "ADMINISTRATOR", "main table"),
            new Desk("upload", "/history/import", "ADMINISTRATOR", "#file"),
            new Desk("source", "/history/sources/seattle", "ADMINISTRATOR", "main table"),
            new Desk(
                    "imported",
                    "/history/sources/london-fire-brigade-2009/incidents/12091",
                    "ADMINISTRATOR",
                    "#entries"),
            new Desk("people", "/people", "ADMINISTRATOR", "main table"),
            new Desk("units", "/people/units", "ADMINISTRATOR", "main table"),
            new Desk("places", "/geography?q=church%20street", "ADMINISTRATOR", "[data-map-ready]"),
            new Desk("policies", "/policies", "ADMINISTRATOR", "main table"),
            new Desk("policy", "/policies/sign-in/1", "ADMINISTRATOR", "pre"),
            new Desk("actions", "/actions", "COMMUNICATIONS_OFFICER", ".task"),
            new Desk("actions-none", "/actions", "ADMINISTRATOR", ".empty"));

    @Test
    void every_desk_page_holds_to_wcag_2_2_aa_by_day_and_by_night_at_a_desk() {
        assertThat(looked(DESK, 800)).isEmpty();
    }

    @Test
    void every_desk_page_holds_to_it_and_fits_on_a_telephone() {
        assertThat(looked(TELEPHONE, 844)).isEmpty();
    }

    private static List<String> looked(int width, int height) {
        var faults = new ArrayList<String>();
        for (String role : DESKS.stream().map(Desk::role).distinct().toList()) {
            Browsers.in(width, height, window -> {
                Page page = signedIn(window, role);
                for (Desk desk : DESKS) {
                    if (desk.role().equals(role)) {
                        page.navigate(PROGRAM.address() + desk.path());
                        page.waitForSelector(desk.ready());
                        faults.addAll(faults(page, width, desk.name()));
                    }
                }
            });
        }
        return faults;
    }

    /// Steps with the Tab key until what matches has the focus; the way there is as long as it is.
    private static void tabTo(Page page, String selector) {
        for (int tabs = 0; tabs < TABS_MAX; tabs++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("words => document.activeElement.matches(words)", selector))) {
                return;
            }
        }
        throw new AssertionError("%s is not reached within %d tabs".formatted(selector, TABS_MAX));
    }

    private static void go(Page page, String keys, String path) {
        for (String key : keys.split(" ")) {
            page.keyboard().press(key);
        }
        arrived(page, ".*" + path + "(\\?.*)?$");
    }

    @Test
    void an_analyst_chooses_figures_and_opens_the_incidents_behind_one_by_keyboard() {
        Browsers.in(window -> {
            Page page = signedIn(window, "ANALYST");
            go(page, "g f", "/figures");
            page.keyboard().press("c");
            assertThat(page.locator("#figures-source")).isFocused();
            page.keyboard().type("Seattle");
            tabTo(page, ".filters button[type=submit]");
            page.keyboard().press("Enter");
            assertThat(page.locator("#figures-source")).hasValue("seattle");
            page.keyboard().press("j");
            page.keyboard().press("o");
            arrived(page, ".*/figures/incidents\\?.*source=seattle.*");
            page.keyboard().press("j");
            assertThat(page.locator("table[data-rows] tbody tr").first()).isFocused();
            page.keyboard().press("b");
            arrived(page, ".*/figures\\?.*source=seattle.*");
        });
    }

    @Test
    void an_administrator_sends_an_export_sees_its_refused_rows_and_imports_it_by_keyboard(@TempDir Path folder)
            throws IOException {
        Path export = Files.writeString(folder.resolve("week.csv"), COLUMNS + GOOD + WRONG);
        Browsers.in(window -> {
            Page page = signedIn(window, "ADMINISTRATOR");
            go(page, "g h", "/history");
            page.keyboard().press("n");
            arrived(page, ".*/history/import$");
            tabTo(page, "#file");
            // The dialogue that the key opens belongs to the machine, so the file is given to the field that has the
            // focus.
            page.locator("#file:focus").setInputFiles(export);
            tabTo(page, "#mapping");
            page.keyboard().type("seattle");
            tabTo(page, ".form button[type=submit]");
            page.keyboard().press("Enter");
            arrived(page, ".*/history/import/\\d+$");
            assertThat(page.locator("#columns")).isVisible();
            var faults = faults(page, DESK, "preview");

            page.keyboard().press("c");
            assertThat(page.locator("#state")).hasText("checked");
            page.keyboard().press("s");
            assertThat(page.locator("#state")).hasText("done");
            assertThat(page.locator("#progress")).containsText("02/30/2020 11:23:01 PM");
            faults.addAll(faults(page, DESK, "refused"));
            page.setViewportSize(TELEPHONE, 844);
            faults.addAll(faults(page, TELEPHONE, "refused"));
            assertThat(faults).isEmpty();

            tabTo(page, "a[download]");
            var refused = page.waitForDownload(() -> page.keyboard().press("Enter"));
            assertThat(refused.suggestedFilename()).isEqualTo("seattle.refused.csv");
            tabTo(page, "form[action$=put-away] button");
            page.keyboard().press("Enter");
            arrived(page, ".*/history$");
            page.keyboard().press("j");
            page.keyboard().press("o");
            arrived(page, ".*/history/sources/.*");
        });
    }

    @Test
    void what_is_to_be_done_is_answered_by_keyboard() {
        ask("by-keyboard", "Tell the yard that the lamp is out");
        Browsers.in(window -> {
            Page page = signedIn(window, "COMMUNICATIONS_OFFICER");
            go(page, "g a", "/actions");
            int before = page.locator(".task").count();
            page.keyboard().press("a");
            assertThat(page.locator("#answer-1")).isFocused();
            page.keyboard().type("Told them.");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice.good")).containsText("Answered.");
            assertThat(page.locator(".task")).hasCount(before - 1);
        });
    }

    @Test
    void a_place_is_looked_up_by_keyboard() {
        Browsers.in(window -> {
            Page page = signedIn(window, "ANALYST");
            go(page, "g l", "/geography");
            page.keyboard().press("s");
            page.keyboard().type("Rupert Street");
            page.keyboard().press("Enter");
            arrived(page, ".*/geography\\?q=.*");
            assertThat(page.locator("#found")).containsText("Rupert Street");
            tabTo(page, "a[data-feature]");
            page.keyboard().press("Enter");
            arrived(page, ".*/geography\\?q=.*Westminster.*");
        });
    }

    @Test
    void people_their_units_and_policies_are_read_by_keyboard() {
        Browsers.in(window -> {
            Page page = signedIn(window, "ADMINISTRATOR");
            go(page, "g e", "/people");
            tabTo(page, "a[href='/people/units']");
            page.keyboard().press("Enter");
            arrived(page, ".*/people/units$");
            assertThat(page.locator("main")).containsText("CONTROL-ROOM");
            go(page, "g p", "/policies");
            page.keyboard().press("j");
            page.keyboard().press("o");
            arrived(page, ".*/policies/.+/\\d+$");
            tabTo(page, "pre");
        });
    }
}
