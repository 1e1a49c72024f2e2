package org.bluelamp.kernel;

import java.util.regex.Pattern;

/// What a unit is called on the radio for a tour, e.g. `MP12` or `SN-WE`. Upper case letters, digits, hyphen; 2 to 10.
public record Callsign(String text) implements Comparable<Callsign> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]{1,9}");

    public Callsign {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The callsign (%s) must match %s.".formatted(text, FORM));
        }
    }

    @Override
    public int compareTo(Callsign other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
