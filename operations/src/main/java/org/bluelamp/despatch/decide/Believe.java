package org.bluelamp.despatch.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bluelamp.despatch.Fix;
import org.bluelamp.despatch.FixRefusal;
import org.bluelamp.despatch.FixRefusal.FromTheFuture;
import org.bluelamp.despatch.FixRefusal.ImpossibleJump;
import org.bluelamp.despatch.FixRefusal.NotNewer;
import org.bluelamp.despatch.FixRefusal.TooOld;
import org.bluelamp.kernel.Coordinate;

/// Decides whether a fix is believed, given the one before.
public final class Believe {
    /// Nothing a unit travels in over ground or in the air of a city moves faster, measured from fix to fix.
    public static final int KMH_MAX = 320;

    /// What two fixes may lie apart whatever the time between them: neither is exact.
    public static final int ERROR_METRES_MAX = 150;

    /// A fix before which nothing was heard for so long is believed wherever it is.
    public static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    /// How far the clock of whatever measured may be ahead of the service's.
    public static final Duration AHEAD_MAX = Duration.ofSeconds(30);

    /// A fix older than this is not a position.
    public static final Duration OLD_MAX = Duration.ofHours(24);

    private static final double EARTH_METRES = 6_371_008.8;
    private static final double KMH_TO_METRES_PER_MILLI = 1 / 3_600.0;

    private Believe() {}

    /// Why the fix is not believed; empty where it is.
    ///
    /// Units: limits above, in km/h, metres and durations.
    /// Errors: never throws.
    /// Source: D2; issue "Directed despatch", Positions: impossible jumps refused, age always known.
    public static Optional<FixRefusal> refusal(Fix fix, Optional<Fix> before, Instant now) {
        if (fix.when().isAfter(now.plus(AHEAD_MAX))) {
            return Optional.of(new FromTheFuture(fix.unit(), fix.when(), now));
        }
        if (fix.when().isBefore(now.minus(OLD_MAX))) {
            return Optional.of(new TooOld(fix.unit(), fix.when(), now));
        }
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Instant known = before.get().when();
        if (!fix.when().isAfter(known)) {
            return Optional.of(new NotNewer(fix.unit(), fix.when(), known));
        }
        Duration within = Duration.between(known, fix.when());
        int metres = (int) Math.round(metres(before.get().at(), fix.at()));
        double reach = ERROR_METRES_MAX + within.toMillis() * KMH_MAX * KMH_TO_METRES_PER_MILLI;
        return within.compareTo(FORGOTTEN_AFTER) < 0 && metres > reach
                ? Optional.of(new ImpossibleJump(fix.unit(), metres, within, KMH_MAX))
                : Optional.empty();
    }

    /// The great circle, in metres.
    private static double metres(Coordinate from, Coordinate to) {
        double south = Math.toRadians(from.latitude());
        double north = Math.toRadians(to.latitude());
        double up = Math.sin((north - south) / 2);
        double across = Math.sin(Math.toRadians(to.longitude() - from.longitude()) / 2);
        double half = up * up + Math.cos(south) * Math.cos(north) * across * across;
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
