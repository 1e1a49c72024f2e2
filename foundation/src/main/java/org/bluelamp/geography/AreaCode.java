package org.bluelamp.geography;

import java.util.regex.Pattern;

/// The code an area has on the map, e.g. `E05000645` or a force's own `WW-3`. 1 to 32 letters, digits, `.`, `_`, `-`.
public record AreaCode(String text) implements Comparable<AreaCode> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    public AreaCode {
        if (!isCode(text)) {
            throw new IllegalArgumentException("The area code (%s) must match %s.".formatted(text, FORM));
        }
    }

    /// Whether a text has the form of a code.
    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(AreaCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
