package org.bluelamp.persons;

import java.util.regex.Pattern;

/// One warning, under a number made by chance, e.g. `w-4f1c09a2be77d310`.
public record WarningRef(String text) {
    private static final Pattern FORM = Pattern.compile("w-[0-9a-f]{16}");

    public WarningRef {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The warning (%s) must match %s.".formatted(text, FORM));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
