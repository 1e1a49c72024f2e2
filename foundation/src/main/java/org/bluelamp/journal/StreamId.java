package org.bluelamp.journal;

import java.util.regex.Pattern;

/// The name of one stream of entries, e.g. `incident/2026-11-22-1184`: a kind, a slash, a pseudonymous key.
/// At most 160 characters; never a person's name.
public record StreamId(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{0,31}/[A-Za-z0-9][A-Za-z0-9/._:~-]{0,126}");

    public StreamId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The stream (%s) must match %s.".formatted(text, FORM));
        }
    }

    /// The kind, before the first slash: `incident`.
    public String kind() {
        return text.substring(0, text.indexOf('/'));
    }

    /// The key, after the first slash: `2026-11-22-1184`.
    public String key() {
        return text.substring(text.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
