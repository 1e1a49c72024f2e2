package org.bluelamp.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.control.ControlRoom;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.IncidentRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two people at two browsers: what one opens by keyboard the other sees at once.
class TwoBrowsersTest {
    /// From the entry in the record to the row on the other screen. Units: milliseconds.
    private static final long SEEN_WITHIN_MILLIS = 500;

    /// Keys beside the words themselves: n, the letters of the type, Tab, Enter after the place, Enter to save.
    private static final int KEYS_MAX = 7;

    private static ControlRoom room;
    private static Playwright playwright;
    private static Browser browser;

    /// Whether there is a browser; under CI there must be one.
    private static boolean chromium() {
        boolean there = binary().isPresent();
        if (!there && System.getenv("CI") != null) {
            throw new IllegalStateException("Chromium is not installed, and this is a build that must have it.");
        }
        if (!there) {
            System.out.println("The tests with two browsers did not run: Chromium is not installed.");
        }
        return there;
    }

    private static Optional<Path> binary() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @BeforeAll
    static void start() {
        if (!chromium()) {
            return;
        }
        room = new ControlRoom();
        room.account("hale", "Morgan Beacon", "COMMUNICATIONS_OFFICER");
        room.account("marsh", "Ashley Wick", "SHIFT_MANAGER");
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(binary().orElseThrow())
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
            room.close();
        }
    }

    @Test
    void opened_by_keyboard_in_one_it_is_seen_at_once_in_the_other_found_by_text_and_its_history_stands_there() {
        if (browser == null) {
            return;
        }
        try (BrowserContext first = context("hale");
                BrowserContext second = context("marsh")) {
            Page hale = first.pages().getFirst();
            Page marsh = second.pages().getFirst();
            marsh.navigate(room.uri("/incidents").toString());
            marsh.waitForSelector("#live.good");
            watch(marsh);
            hale.navigate(room.uri("/incidents").toString());
            var keys = new Keys(hale);
            keys.press("n");
            hale.waitForSelector("#type:focus");
            keys.type("fi");
            keys.press("Tab");
            keys.words("21 Rupert Street");
            hale.waitForSelector("#candidates .candidate");
            keys.press("Enter");
            keys.words("two groups, one has a machete");
            keys.press("Enter");
            hale.waitForSelector("#log");
            assertThat(keys.count).as("keys beside the words").isLessThanOrEqualTo(KEYS_MAX);

            String ref = hale.url().replaceFirst(".*/incidents/", "");
            marsh.waitForSelector("#incident-" + ref);
            assertThat(marsh.textContent("#incident-" + ref))
                    .contains("Fight", "Rupert Street, West End, Westminster")
                    .doesNotContain("21 Rupert");
            assertThat(marsh.textContent("[data-grade-count=I]"))
                    .isEqualTo(String.valueOf(
                            marsh.querySelectorAll("#incidents > li").size()));
            assertThat(marsh.isVisible("#no-incidents")).isFalse();
            marsh.keyboard().press("f");
            marsh.keyboard().type("machete rupert");
            marsh.keyboard().press("Enter");
            marsh.waitForSelector("#incident-" + ref);
            marsh.keyboard().press("j");
            marsh.keyboard().press("o");
            marsh.waitForSelector("#log");
            assertThat(marsh.textContent("#line-1"))
                    .contains("two groups, one has a machete", "Morgan Beacon, Communications officer", "at a screen");
            hale.keyboard().press("l");
            hale.keyboard().type("three have run off");
            hale.keyboard().press("Enter");
            marsh.waitForSelector("#line-2");
            assertThat(marsh.textContent("#line-2")).contains("three have run off", "Morgan Beacon");
            marsh.keyboard().press("p");
            marsh.waitForSelector(".proof");
            while (marsh.querySelector(".proof-text") == null) {
                marsh.waitForTimeout(200);
                marsh.reload();
            }
            assertThat(marsh.textContent(".proof")).contains("its last version is 2", "checked just now");
            shoot(hale, ref);
        }
    }

    @Test
    void a_row_reaches_the_other_screen_within_half_a_second_of_its_entry() {
        if (browser == null) {
            return;
        }
        ControlRoom.Person hale = room.person("Jo Sconce", "COMMUNICATIONS_OFFICER", "");
        try (BrowserContext second = context("marsh")) {
            Page marsh = second.pages().getFirst();
            marsh.navigate(room.uri("/incidents").toString());
            marsh.waitForSelector("#live.good");
            watch(marsh);
            var millis = new ArrayList<Long>();
            for (int i = 0; i < 9; i++) {
                String answer = hale.postJson("/api/v1/incidents", "seen-at-once-" + i, """
                                {"type": "FIGHT", "place": "Rupert Street", "said": "fight"}""")
                        .body();
                String ref = answer.replaceAll(".*\"ref\":\"([^\"]+)\".*", "$1");
                marsh.waitForSelector("#incident-" + ref);
                Number seen = (Number) marsh.evaluate("id => window.seenAt[id]", "incident-" + ref);
                millis.add(seen.longValue() - recordedAt(ref).toEpochMilli());
            }
            List<Long> sorted = millis.stream().sorted().toList();
            System.out.println("Milliseconds from entry to the other screen: " + sorted);
            assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(SEEN_WITHIN_MILLIS);
        }
    }

    private static Instant recordedAt(String ref) {
        return room.program
                .get(Incidents.class)
                .log(IncidentRef.of(ref), new Sight(new ActorId("p-1"), null))
                .orElseThrow()
                .entries()
                .getFirst()
                .recordedAt();
    }

    /// Notes when each row arrives on the screen, on the machine's clock.
    private static void watch(Page page) {
        page.evaluate("""
                () => {
                  window.seenAt = {};
                  new MutationObserver((changes) => {
                    for (const change of changes) for (const node of change.addedNodes)
                      if (node.id) window.seenAt[node.id] ??= Date.now();
                  }).observe(document.getElementById("incidents"), { childList: true });
                }""");
    }

    private static BrowserContext context(String account) {
        BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(new ViewportSize(1440, 900)));
        Page page = context.newPage();
        page.navigate(room.uri("/sign-in").toString());
        page.fill("#name", account);
        page.fill("#password", ControlRoom.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return context;
    }

    /// Pictures for whoever wants to look, where `BLUELAMP_PICTURES` names a folder.
    private static void shoot(Page page, String ref) {
        String folder = System.getenv("BLUELAMP_PICTURES");
        if (folder == null) {
            return;
        }
        var sizes = Map.of("wide", new int[] {1440, 900}, "1280", new int[] {1280, 720}, "phone", new int[] {390, 844});
        for (String theme : List.of("night", "day")) {
            page.context()
                    .addCookies(List.of(
                            new Cookie("theme", theme).setUrl(room.uri("/").toString())));
            sizes.forEach((size, pixels) -> {
                page.setViewportSize(pixels[0], pixels[1]);
                for (String path :
                        List.of("/incidents", "/incidents/new", "/incidents/" + ref, "/incidents/" + ref + "/proof")) {
                    page.navigate(room.uri(path).toString());
                    page.waitForTimeout(300);
                    String name = path.replace("/incidents", "board")
                            .replace("board/", "")
                            .replace(ref, "incident")
                            .replace("/", "-");
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of(folder, "%s-%s-%s.png".formatted(name, theme, size))));
                }
            });
        }
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
