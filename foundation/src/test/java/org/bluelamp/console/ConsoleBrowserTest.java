package org.bluelamp.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bluelamp.console.ConsoleWorld.NoteEvent.Moved;
import org.bluelamp.console.ConsoleWorld.NoteEvent.Struck;
import org.bluelamp.console.ConsoleWorld.NoteEvent.Written;
import org.bluelamp.testing.Browsers;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleBrowserTest {
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

    private static Page open(BrowserContext window, String path) {
        Page page = window.newPage();
        page.navigate("http://localhost:" + program.port() + path);
        page.waitForFunction("() => document.querySelector('#theme').title !== ''");
        return page;
    }

    /// Everything the browser complained of: scripts that failed, what the content security policy held back.
    private static ArrayList<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return complaints;
    }

    @Test
    void every_part_holds_to_wcag_2_2_aa_by_day_and_by_night() {
        Browsers.in(window -> {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                Page page = window.newPage();
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var complaints = complaints(page);
                page.navigate("http://localhost:" + program.port() + "/console/parts");
                page.waitForSelector("[data-map-ready]");
                Browsers.picture(page, "parts-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
                assertThat(Browsers.violations(page)).as("%s", scheme).isEmpty();
                page.keyboard().press("?");
                assertThat(Browsers.violations(page))
                        .as("%s, keys shown", scheme)
                        .isEmpty();
                assertThat(complaints).as("%s", scheme).isEmpty();
            }
        });
    }

    @Test
    void the_parts_fit_a_telephone() {
        Browsers.in(390, 844, window -> {
            Page page = open(window, "/console/parts");
            page.waitForSelector("[data-map-ready]");
            Browsers.picture(page, "parts-telephone");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            assertThat(Browsers.violations(page)).isEmpty();
        });
    }

    @Test
    void problem_pages_and_the_page_of_keys_hold_to_wcag_2_2_aa() {
        Browsers.in(window -> {
            for (String path : new String[] {"/keys", "/nothing-here", "/problems", "/notes"}) {
                Page page = open(window, path);
                Browsers.picture(page, "page" + path.replace('/', '-'));
                assertThat(Browsers.violations(page)).as(path).isEmpty();
            }
        });
    }

    @Test
    void everything_is_reached_by_keys() {
        Browsers.in(window -> {
            Page page = open(window, "/notes");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#keys")).isHidden();

            page.keyboard().press("t");
            assertThat(page.locator("html")).hasAttribute("data-theme", "day");
            page.keyboard().press("w");
            assertThat(page.locator("#words")).isFocused();
            page.keyboard().type("gpt?");
            assertThat(page.locator("#words")).hasValue("gpt?");
            assertThat(page.locator("html")).hasAttribute("data-theme", "day");

            page.locator("#words").blur();
            page.keyboard().press("g");
            page.keyboard().press("p");
            page.waitForURL("**/console/parts");
            assertThat(page.locator("html")).hasAttribute("data-theme", "day");
        });
    }

    @Test
    void rows_are_stepped_through_and_opened() {
        Browsers.in(window -> {
            Page page = open(window, "/console/parts");
            page.keyboard().press("j");
            assertThat(page.locator("#row-1")).isFocused();
            page.keyboard().press("j");
            assertThat(page.locator("#row-2")).isFocused();
            page.keyboard().press("k");
            page.keyboard().press("Enter");
            page.waitForURL("**#row-1");
        });
    }

    @Test
    void a_table_is_sorted_and_says_how() {
        Browsers.in(window -> {
            Page page = open(window, "/console/parts");
            page.locator("#numbers th button").nth(2).click();
            assertThat(page.locator("#numbers th").nth(2)).hasAttribute("aria-sort", "descending");
            assertThat(page.locator("#numbers tbody tr th").allTextContents())
                    .containsExactly("Barnet and Enfield", "Ashford", "Old Town", "Quay");
            page.locator("#numbers th button").nth(2).click();
            assertThat(page.locator("#numbers tbody tr th").allTextContents())
                    .containsExactly("Old Town", "Ashford", "Barnet and Enfield", "Quay");
        });
    }

    @Test
    void the_command_line_suggests_does_and_says_what_it_does_not_know() {
        Browsers.in(window -> {
            Page page = open(window, "/notes");
            page.keyboard().press("/");
            assertThat(page.locator("#command")).isFocused();
            page.keyboard().type("fi");
            assertThat(page.locator("#suggestions li").first()).containsText("find WORDS");
            Browsers.picture(page, "command-line");
            page.keyboard().press("Enter");
            assertThat(page.locator("#command-error")).containsText("There is no verb (fi). Maybe (find).");
            page.keyboard().press("Escape");
            page.locator("#command").fill("find");
            page.keyboard().press("Enter");
            assertThat(page.locator("#command-error")).containsText("(find) needs WORDS");
            page.locator("#command").fill("find knife & fork");
            page.keyboard().press("Enter");
            page.waitForURL("**/notes?text=knife%20%26%20fork");
            page.locator("#command").focus();
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#command")).hasValue("find knife & fork");
            page.locator("#command").fill("go parts");
            page.keyboard().press("Enter");
            page.waitForURL("**/console/parts");
        });
    }

    @Test
    void what_one_records_is_seen_in_two_windows_in_the_order_of_its_rank() {
        Browsers.in(window -> {
            Page one = open(window, "/notes");
            Page other = open(window, "/notes");
            assertThat(one.locator("#live")).hasText("live");
            ConsoleWorld.record(program, "b", new Written("b", "second", 20));
            ConsoleWorld.record(program, "a", new Written("a", "first", 10));
            for (Page page : new Page[] {one, other}) {
                assertThat(page.locator("#note-a + #note-b")).isVisible();
            }
            ConsoleWorld.record(program, "b", new Moved("b", 5));
            assertThat(other.locator("#note-b + #note-a")).isVisible();
            ConsoleWorld.record(program, "a", new Struck("a"));
            assertThat(one.locator("#note-a")).hasCount(0);
        });
    }

    @Test
    void a_row_that_holds_the_focus_is_not_taken_away() {
        Browsers.in(window -> {
            ConsoleWorld.record(program, "held", new Written("held", "as it was", 50));
            Page page = open(window, "/notes");
            assertThat(page.locator("#live")).hasText("live");
            page.locator("#note-held a").focus();
            ConsoleWorld.record(program, "held", new Written("held", "as it is now", 50));
            assertThat(page.locator("#note-held")).hasAttribute("data-stale", "");
            assertThat(page.locator("#note-held a")).isFocused();
            assertThat(page.locator("#note-held")).containsText("as it was");
            page.keyboard().press("u");
            assertThat(page.locator("#note-held")).containsText("as it is now");
            assertThat(page.locator("#note-held")).isFocused();

            ConsoleWorld.record(program, "held", new Written("held", "later still", 50));
            assertThat(page.locator("#note-held")).hasAttribute("data-stale", "");
            page.locator("#words").focus();
            assertThat(page.locator("#note-held")).containsText("later still");
        });
    }

    @Test
    void the_clock_of_the_service_goes_on_in_the_page() {
        Browsers.in(window -> {
            Page page = open(window, "/notes");
            String before = page.locator("#clock").textContent();
            assertThat(before).matches("\\d\\d:\\d\\d:\\d\\d");
            assertThat(page.locator("#clock")).not().hasText(Pattern.compile(Pattern.quote(before)));
        });
    }
}
