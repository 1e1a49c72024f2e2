package org.bluelamp.contact.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bluelamp.control.ControlRoom;
import org.bluelamp.testing.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A call taken by keyboard alone, the keys counted; a second caller of it in a few keys; a browser that dies.
class CallByKeyboardTest {
    /// Keys beside the words themselves: `n`, two letters of the type, Tab, Enter after the place, Enter to open.
    private static final int OPEN_KEYS_MAX = 6;

    /// The same without the opening: `n`, two letters, Tab, Enter after the place, then `F8`.
    private static final int LINK_KEYS_MAX = 6;

    private static ControlRoom room;

    @BeforeAll
    static void start() {
        room = ControlRoom.ofCallTakers();
        room.account("hale", "Morgan Beacon", "COMMUNICATIONS_OFFICER");
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @Test
    void a_call_is_taken_graded_and_opened_by_keyboard_and_the_next_caller_is_linked_to_it() {
        Browsers.in(window -> {
            Page page = signedIn(window);
            var keys = new Keys(page);
            page.navigate(room.uri("/contacts").toString());
            call(page, keys, "21 Rupert Street", "two groups, one has a machete");
            page.waitForSelector("#part-graded .option");
            assertThat(page.textContent("#part-graded")).contains("Immediate is recommended");
            assertThat(page.url()).as("a reload finds it again").contains("/contacts/c-");
            String questions = page.textContent("#part-questions");
            assertThat(questions).contains("Has anybody a weapon");
            assertThat(Browsers.violations(page)).isEmpty();
            shoot(page, "call");
            page.focus("#said");
            keys.press("Enter");
            page.waitForURL(url -> url.contains("/incidents/"));
            assertThat(keys.count).as("keys to open").isLessThanOrEqualTo(OPEN_KEYS_MAX);

            keys.count = 0;
            page.navigate(room.uri("/contacts").toString());
            call(page, keys, "Rupert Street", "men with a machete are fighting");
            page.waitForSelector("#part-aside button[data-link]");
            assertThat(page.textContent("#part-aside"))
                    .contains("the same place")
                    .contains("also said: “machete”");
            assertThat(Browsers.violations(page)).isEmpty();
            shoot(page, "duplicate");
            keys.press("F8");
            page.waitForURL(url -> url.contains("ended="));
            assertThat(keys.count).as("keys to link").isLessThanOrEqualTo(LINK_KEYS_MAX);
            assertThat(page.textContent("main")).contains("another caller of incident");
            assertThat(Browsers.violations(page)).isEmpty();
            shoot(page, "contacts");
            System.out.println("Keys beside the words: open %d, link %d.".formatted(OPEN_KEYS_MAX, LINK_KEYS_MAX));
        });
    }

    @Test
    void a_browser_that_dies_between_two_keys_loses_nothing_that_was_saved_and_nobody_loses_the_focus() {
        Browsers.in(window -> {
            Page page = signedIn(window);
            page.navigate(room.uri("/contacts/new").toString());
            page.selectOption("#type", "DOMESTIC");
            page.fill("#place", "9 Rupert Street");
            page.focus("#said");
            page.keyboard().type("she is locked in the bath");
            page.waitForSelector("#part-saved:has-text('saved')");
            page.waitForURL(url -> url.contains("/contacts/c-"));
            page.keyboard().type("room");
            page.waitForTimeout(1_500);
            assertThat(page.evaluate("document.activeElement.id"))
                    .as("what appears beside takes no focus")
                    .isEqualTo("said");
            String address = page.url();
            page.close();
            Page again = window.newPage();
            again.navigate(address);
            assertThat(again.inputValue("#said")).isEqualTo("she is locked in the bathroom");
            assertThat(again.inputValue("#place")).isEqualTo("9 Rupert Street");
            assertThat(again.inputValue("#type")).isEqualTo("DOMESTIC");
            again.press("#said", "F7");
            again.keyboard().press("Space");
            again.waitForTimeout(1_500);
            again.reload();
            assertThat(again.isChecked("input[name='q.PRESENT'][value='YES']")).isTrue();
            assertThat(again.textContent("#part-graded")).contains("whoever does it is there: at least I");
        });
    }

    @Test
    void the_card_of_a_person_and_a_recorded_contact_have_no_fault_axe_finds() {
        Browsers.in(window -> {
            Page page = signedIn(window);
            page.navigate(
                    room.uri("/persons?name=Sam+Lantern&number=07700+900320").toString());
            assertThat(Browsers.violations(page)).isEmpty();
            page.press("#meet-name", "Enter");
            page.waitForSelector(".person-name");
            page.keyboard().press("w");
            page.selectOption("#warning-kind", "VIOLENCE");
            page.fill("#warning-words", "went for two officers with a bottle");
            page.fill("#warning-why", "custody record of 3 May");
            page.press("#warning-why", "Enter");
            page.waitForSelector(".person-warning");
            assertThat(page.textContent(".person-warning")).contains("went for two officers", "shown until");
            assertThat(Browsers.violations(page)).isEmpty();
            shoot(page, "person");
            page.navigate(room.uri("/contacts/new").toString());
            page.fill("#number", "07700 900 320");
            page.waitForSelector("#part-aside .notice");
            assertThat(page.textContent("#part-aside")).contains("Sam Lantern", "Violence towards officers");
            page.fill("#said", "asks when the station opens");
            page.click("summary");
            page.fill("#words", "opens at eight");
            page.waitForTimeout(600);
            page.click("button[value=QUESTION_ANSWERED]");
            page.waitForURL(url -> url.contains("ended="));
            page.navigate(room.uri("/contacts/seen").toString());
            assertThat(Browsers.violations(page)).isEmpty();
            page.navigate(page.url().replaceAll("/contacts/seen.*", "/contacts"));
            page.click("#over a.what");
            page.waitForSelector(".headline");
            assertThat(page.textContent("main")).contains("question answered", "opens at eight");
            assertThat(Browsers.violations(page)).isEmpty();
            shoot(page, "recorded");
        });
    }

    private static void call(Page page, Keys keys, String place, String said) {
        keys.press("n");
        page.waitForSelector("#type:focus");
        keys.type("fi");
        keys.press("Tab");
        keys.words(place);
        page.waitForSelector("#candidates .candidate");
        keys.press("Enter");
        keys.words(said);
        page.waitForURL(url -> url.contains("/contacts/c-"));
    }

    private static Page signedIn(BrowserContext window) {
        Page page = window.newPage();
        page.navigate(room.uri("/sign-in").toString());
        page.fill("#name", "hale");
        page.fill("#password", ControlRoom.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /// Pictures for whoever wants to look, where `BLUELAMP_PICTURES` names a folder.
    private static void shoot(Page page, String name) {
        String folder = System.getenv("BLUELAMP_PICTURES");
        if (folder == null) {
            return;
        }
        ViewportSize before = page.viewportSize();
        var sizes = Map.of("1280", new int[] {1280, 800}, "phone", new int[] {390, 844});
        for (String theme : List.of("night", "day")) {
            page.evaluate("theme => document.documentElement.dataset.theme = theme", theme);
            sizes.forEach((size, pixels) -> {
                page.setViewportSize(pixels[0], pixels[1]);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(folder, "%s-%s-%s.png".formatted(name, theme, size))));
            });
        }
        page.setViewportSize(before.width, before.height);
    }

    /// Counts what is pressed beside the words that somebody says.
    private static final class Keys {
        private final Page page;
        private int count;

        private Keys(Page page) {
            this.page = page;
        }

        private void press(String key) {
            count++;
            page.keyboard().press(key);
        }

        private void type(String letters) {
            count += letters.length();
            page.keyboard().type(letters);
        }

        private void words(String words) {
            page.keyboard().type(words);
        }
    }
}
