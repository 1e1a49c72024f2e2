package org.bluelamp.people;

import java.util.regex.Pattern;

/// A command unit by its code, e.g. `BOCU-CAMDEN` or `CONTROL`. 2 to 32 upper-case letters, digits, hyphen.
public record UnitCode(String code) {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]{1,31}");

    public UnitCode {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("The command unit (%s) must match %s.".formatted(code, FORM));
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
