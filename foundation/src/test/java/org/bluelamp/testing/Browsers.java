package org.bluelamp.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A real browser for tests: the machine's own Chromium. Where there is none, one line says that the browser test did
/// not run and why; where `CI` is set that is a failure.
public final class Browsers {
    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--force-color-profile=srgb");
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Browsers() {}

    /// The one browser of this JVM.
    private static final class Started {
        static final Optional<Browser> BROWSER =
                CHROMIUM.stream().filter(Files::isExecutable).findFirst().map(Started::start);

        private static Browser start(Path chromium) {
            var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(FLAGS));
        }
    }

    /// What a test does in a browser window of its own, with its own cookies.
    @FunctionalInterface
    public interface Work {
        void in(BrowserContext window);
    }

    /// Does the work in a window of 1280 by 800.
    public static void in(Work work) {
        in(1280, 800, work);
    }

    /// Does the work in a window of this size, in CSS pixels.
    public static void in(int width, int height, Work work) {
        if (Started.BROWSER.isEmpty()) {
            String words = "Browser tests did not run: no Chromium at " + CHROMIUM;
            if (System.getenv("CI") != null) {
                throw new AssertionError(words);
            }
            System.out.println(words);
            return;
        }
        var size = new Browser.NewContextOptions().setViewportSize(width, height);
        try (BrowserContext window = Started.BROWSER.get().newContext(size)) {
            work.in(window);
        }
    }

    /// Colours that are on their way from one theme to the other have arrived: two frames were drawn, and no transition
    /// runs any more. Endless animations are left alone.
    private static final String SETTLED = """
            () => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
                .then(() => Promise.all(document.getAnimations()
                    .filter(each => each instanceof CSSTransition)
                    .map(each => each.finished.catch(() => null))))
                .then(() => null)""";

    /// What axe-core finds against WCAG 2.2 AA on the page as it stands: one line for each violation.
    public static List<String> violations(Page page) {
        ViewportSize before = page.viewportSize();
        // The whole page at once: a target that only the scrolling hides under an edge is not too small.
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(before.width, Math.max(before.height, height));
        page.evaluate(SETTLED);
        page.evaluate(axe());
        Object found = page.evaluate("""
                rules => axe.run(document, { runOnly: { type: 'tag', values: rules } }).then(result =>
                    result.violations.flatMap(each => each.nodes.map(node =>
                        each.id + ' ' + node.target.join(' ') + ': '
                            + node.failureSummary.replaceAll('\\n', ' '))))""", RULES);
        page.setViewportSize(before.width, before.height);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream in =
                Browsers.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe-core is not among the test libraries.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Keeps a picture of the whole page where `-Dbluelamp.pictures=DIRECTORY` asks for pictures.
    public static void picture(Page page, String name) {
        String directory = System.getProperty("bluelamp.pictures");
        if (directory != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(directory, name + ".png"))
                    .setFullPage(true));
        }
    }
}
