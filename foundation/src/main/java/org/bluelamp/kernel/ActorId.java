package org.bluelamp.kernel;

import java.util.regex.Pattern;

/// Who acts, under a pseudonym: a person's number such as `p-104`, or a part of the program such as `system/import`.
/// Never a name. 1 to 64 lower-case letters, digits, `/`, `.`, `_`, `-`.
public record ActorId(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9/._-]{0,63}");

    public ActorId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The actor (%s) must match %s.".formatted(text, FORM));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
