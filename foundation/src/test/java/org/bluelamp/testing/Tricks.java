package org.bluelamp.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

/// Words somebody types to make a page do something: markup out of text, out of an attribute, out of a script's text,
/// and of a template.
public final class Tricks {
    /// Each of them in one, so that one field tries everything.
    public static final String ALL = "\"'><script>alert('trick')</script><img src=x onerror=alert('trick')>"
            + "</title></textarea><svg onload=alert('trick')>${7*7} javascript:alert('trick') {{7*7}}";

    private static final List<String> ALIVE =
            List.of("<script>alert", "<img src=x", "<svg onload", "\"'><", "</textarea><svg", "</title></textarea>");

    private Tricks() {}

    /// Holds that a page which was given `ALL` shows it as words, if at all, and is sent with the strict policy under
    /// which nothing else could run.
    public static void assertOnlyWords(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.uri() + " " + page.body()).isLessThan(500);
        assertThat(page.body()).as(page.uri().toString()).doesNotContain(ALIVE);
        assertThat(page.body()).as("nothing is computed").doesNotContain("onerror=alert('trick')>49", "{{49}}");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .as("content security policy of %s", page.uri())
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'")
                        .doesNotContain("unsafe-inline", "unsafe-eval", "*"));
    }

    /// The same, and the words stand on the page.
    public static void assertShownAsWords(HttpResponse<String> page) {
        assertOnlyWords(page);
        assertThat(page.body()).as(page.uri().toString()).contains("&lt;script&gt;alert");
    }
}
