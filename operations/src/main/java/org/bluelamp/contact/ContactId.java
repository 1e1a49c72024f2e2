package org.bluelamp.contact;

import java.util.regex.Pattern;

/// One contact, under a number made by chance, e.g. `c-4f1c09a2be77d310`: a page may be given one before anything
/// is recorded.
public record ContactId(String text) {
    private static final Pattern FORM = Pattern.compile("c-[0-9a-f]{16}");

    public ContactId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The contact (%s) must match %s.".formatted(text, FORM));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
