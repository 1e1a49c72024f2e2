package org.bluelamp.kernel;

import java.util.regex.Pattern;

/// The role somebody acts in, e.g. `DUTY_OFFICER`; what it may do is policy. Upper-case letters, digits, underscore.
public record RoleCode(String code) {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,47}");

    public RoleCode {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("The role (%s) must match %s.".formatted(code, FORM));
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
