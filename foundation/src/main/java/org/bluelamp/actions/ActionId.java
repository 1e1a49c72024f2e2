package org.bluelamp.actions;

import java.util.regex.Pattern;

/// One thing somebody must do, named by whoever asks for it and for what, so that asking twice asks once, e.g.
/// `incident/2026-11-22-1184/grade-and-send`. Letters, digits, `/`, `.`, `_`, `-`; 3 to 120 characters; no name of a
/// person.
public record ActionId(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][A-Za-z0-9/._-]{2,119}");

    public ActionId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The action (%s) must match %s.".formatted(text, FORM));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
