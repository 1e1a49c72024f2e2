package org.bluelamp.despatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.Callsign;

/// The way in to where units are: the latest position of each in memory, all of them kept beside the record for a
/// named time (they are too many to be entries of it). The age of a position is always known.
public interface UnitPositions {
    /// The most fixes one report has.
    int FIXES_MAX = 5_000;

    /// A position older than this on the service clock is stale: shown so, and not relied on alone.
    Duration STALE_AFTER = Duration.ofMinutes(2);

    /// The most fixes a track answers.
    int TRACK_MAX = 10_000;

    /// Takes fixes in their order. Good ones are taken, the others are refused one by one with their reasons.
    ///
    /// Errors: `IllegalArgumentException` for more than `FIXES_MAX`.
    Report report(List<Fix> fixes);

    /// Every unit whose position is known, by callsign.
    List<UnitPosition> latest();

    Optional<UnitPosition> latest(Callsign unit);

    /// Where a unit was from one time until before another, oldest first, as far as it is kept; at most `TRACK_MAX`.
    List<Fix> track(Callsign unit, Instant from, Instant until);

    /// A unit that booked off has no position any more; its track stays.
    void forget(Callsign unit);

    /// How many of a report were taken, and why the others were not.
    record Report(int taken, List<FixRefusal> refused) {
        public Report {
            refused = List.copyOf(refused);
        }
    }
}
