package org.bluelamp.contact;

import java.util.Map;
import org.bluelamp.kernel.Grade;
import org.jspecify.annotations.Nullable;

/// How the call taker judges it: answers by question code, the grade given (null: as recommended), why where it
/// differs from the recommended one, and THRIVE.
public record Assessment(
        Map<String, String> answers, @Nullable Grade given, String because, Thrive thrive) {
    public static final Assessment NONE = new Assessment(Map.of(), null, "", Thrive.NOTHING);

    public Assessment {
        answers = Map.copyOf(answers);
    }

    @Override
    public String toString() {
        return "Assessment[%s, given %s, %s]".formatted(answers, given, thrive);
    }
}
