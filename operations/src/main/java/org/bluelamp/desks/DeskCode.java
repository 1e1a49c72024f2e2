package org.bluelamp.desks;

import java.util.regex.Pattern;

/// A position of the control room by its code in the policy `desks`, e.g. `pod-3`. 2 to 32 small letters, digits,
/// hyphen.
public record DeskCode(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    public DeskCode {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The desk (%s) must match %s.".formatted(text, FORM));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
