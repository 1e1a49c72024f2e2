package org.bluelamp.kernel;

import java.util.regex.Pattern;

/// How urgent an incident is, in the words of the force's own scheme, e.g. `I`, `S`, `E`, `R` or `2`.
/// Not an enum: another force has other grades. 1 to 16 printable characters, no spaces at the ends.
public record Grade(String code) {
    private static final Pattern FORM = Pattern.compile("[\\p{Alnum}](?:[\\p{Alnum} ._-]{0,14}[\\p{Alnum}])?");

    public Grade {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("The grade (%s) must match %s.".formatted(code, FORM));
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
