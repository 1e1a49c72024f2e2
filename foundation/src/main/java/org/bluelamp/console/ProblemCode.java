package org.bluelamp.console;

import java.util.regex.Pattern;

/// One reason why the program says no: the stable code and what it means, or says. Its page is `/problems/<code>`.
public record ProblemCode(String code, String meaning) {
    private static final Pattern FORM = Pattern.compile("[a-z]+/[a-z0-9]+(-[a-z0-9]+)*");

    public ProblemCode {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("The code (%s) must match %s.".formatted(code, FORM));
        }
    }

    /// Where it is explained.
    public String page() {
        return Problems.PAGES + code;
    }
}
