package org.bluelamp.despatch;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Coordinate;

/// One report of where a unit is: from its vehicle, its radio, a terminal, or a simulation.
///
/// Units: `speed` in kilometres an hour, `heading` in degrees clockwise from north (0 to 359), where they are known.
/// `source` says what measured it, e.g. `vehicle`; 1 to 20 lower case letters, digits, hyphen.
public record Fix(
        Callsign unit,
        Coordinate at,
        Instant when,
        Optional<Integer> speedKmh,
        Optional<Integer> headingDegrees,
        String source) {
    public static final int SPEED_KMH_MAX = 400;
    private static final int CIRCLE = 360;

    public Fix {
        speedKmh.filter(speed -> speed < 0 || speed > SPEED_KMH_MAX).ifPresent(speed -> {
            throw new IllegalArgumentException(
                    "The speed (%d km/h) must be from 0 to %d.".formatted(speed, SPEED_KMH_MAX));
        });
        headingDegrees.filter(heading -> heading < 0 || heading >= CIRCLE).ifPresent(heading -> {
            throw new IllegalArgumentException(
                    "The heading (%d degrees) must be from 0 to %d.".formatted(heading, CIRCLE - 1));
        });
        if (!source.matches("[a-z][a-z0-9-]{0,19}")) {
            throw new IllegalArgumentException(
                    "The source (%s) must be 1 to 20 lower case letters, digits, hyphen.".formatted(source));
        }
    }

    /// A fix that says only where and when.
    public static Fix of(Callsign unit, Coordinate at, Instant when, String source) {
        return new Fix(unit, at, when, Optional.empty(), Optional.empty(), source);
    }
}
