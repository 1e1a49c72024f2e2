package org.bluelamp.persons;

import java.util.regex.Pattern;

/// A member of the public under a pseudonym made by chance, e.g. `m-4f1c09a2be77d310`. Says nothing about them.
public record MemberRef(String text) {
    private static final Pattern FORM = Pattern.compile("m-[0-9a-f]{16}");

    public MemberRef {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The member of the public (%s) must match %s.".formatted(text, FORM));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
