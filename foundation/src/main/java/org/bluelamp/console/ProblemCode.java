package org.bluelamp.console;

import java.util.regex.Pattern;

/// One reason why the program says no, as it is documented: the stable code, the HTTP status it is answered with, and
/// what it means in one or two sentences. Its page is `/problems/<code>`.
public record ProblemCode(String code, int status, String meaning) {
    private static final Pattern FORM = Pattern.compile("[a-z]+/[a-z0-9]+(-[a-z0-9]+)*");

    public ProblemCode {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("The code (%s) must match %s.".formatted(code, FORM));
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("The status (%d) of (%s) is no refusal.".formatted(status, code));
        }
    }

    /// Where it is explained.
    public String page() {
        return Problems.PAGES + code;
    }
}
