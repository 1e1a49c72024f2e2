package org.bluelamp.people;

import java.util.regex.Pattern;
import org.bluelamp.kernel.ActorId;

/// An officer or member of staff under a pseudonym, e.g. `p-104`. Never a name, never a warrant number.
public record PersonId(String text) {
    private static final Pattern FORM = Pattern.compile("p-[1-9]\\d{0,8}");

    public PersonId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The person (%s) must match %s.".formatted(text, FORM));
        }
    }

    public static PersonId of(int number) {
        return new PersonId("p-" + number);
    }

    /// The same person as the record's actor.
    public ActorId actor() {
        return new ActorId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
