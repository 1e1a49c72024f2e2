package org.bluelamp.performance;

import java.util.Locale;
import java.util.Optional;

/// What response figures are broken down by. `week` and `month` are those of the service day.
public enum Breakdown {
    SOURCE,
    AREA,
    AGENCY,
    GRADE,
    TYPE,
    HOUR,
    WEEK,
    MONTH;

    /// The word for it on the command line, in addresses and in answers, e.g. `area`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The breakdown of this word, if it is one.
    public static Optional<Breakdown> of(String word) {
        for (Breakdown breakdown : values()) {
            if (breakdown.word().equals(word)) {
                return Optional.of(breakdown);
            }
        }
        return Optional.empty();
    }
}
