package org.bluelamp.kernel;

import java.util.regex.Pattern;

/// A borough (local authority district) by its statistical code, e.g. `E09000033` for Westminster.
public record BoroughCode(String code) {
    private static final Pattern FORM = Pattern.compile("[A-Z]\\d{8}");

    public BoroughCode {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("The borough code (%s) must match %s.".formatted(code, FORM));
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
