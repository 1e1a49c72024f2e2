package org.bluelamp.journal;

import java.time.Instant;

/// When something happened on the service clock, how exactly that is known, and who says so.
/// Units: the instant is kept to the microsecond; `source` is a short word such as `screen`, `terminal`, `cad-export`.
public record Happened(Instant at, Precision precision, String source) {

    /// How exactly a time is known.
    public enum Precision {
        MICROSECOND,
        SECOND,
        MINUTE,
        HOUR,
        DAY
    }

    public Happened {
        at = at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        if (source.isEmpty() || source.length() > 64) {
            throw new IllegalArgumentException("The source of a time (%s) has 1 to 64 characters.".formatted(source));
        }
    }
}
