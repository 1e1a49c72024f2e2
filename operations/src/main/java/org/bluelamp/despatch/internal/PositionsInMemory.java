package org.bluelamp.despatch.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bluelamp.despatch.Fix;
import org.bluelamp.despatch.FixRefusal;
import org.bluelamp.despatch.UnitPosition;
import org.bluelamp.despatch.UnitPositions;
import org.bluelamp.despatch.decide.Believe;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Callsign;
import org.springframework.stereotype.Component;

/// The latest position of every unit, in memory; what is taken is also handed on to be kept.
@Component
final class PositionsInMemory implements UnitPositions {
    private final ServiceClock clock;
    private final PositionTracks tracks;
    private final PositionKeeper keeper;
    private final ConcurrentMap<Callsign, Fix> latest = new ConcurrentHashMap<>();

    PositionsInMemory(ServiceClock clock, PositionTracks tracks, PositionKeeper keeper) {
        this.clock = clock;
        this.tracks = tracks;
        this.keeper = keeper;
        tracks.newest(clock.now().minus(Believe.FORGOTTEN_AFTER)).forEach(fix -> latest.put(fix.unit(), fix));
    }

    @Override
    public Report report(List<Fix> fixes) {
        if (fixes.size() > FIXES_MAX) {
            throw new IllegalArgumentException(
                    "A report has at most %d fixes, not %d.".formatted(FIXES_MAX, fixes.size()));
        }
        Instant now = clock.now();
        var refused = new ArrayList<FixRefusal>();
        var taken = new ArrayList<Fix>();
        for (Fix fix : fixes) {
            latest.compute(fix.unit(), (_, before) -> {
                Optional<FixRefusal> refusal = Believe.refusal(fix, Optional.ofNullable(before), now);
                refusal.ifPresentOrElse(refused::add, () -> taken.add(fix));
                return refusal.isPresent() ? before : fix;
            });
        }
        keeper.keep(taken);
        return new Report(taken.size(), refused);
    }

    @Override
    public List<UnitPosition> latest() {
        Instant now = clock.now();
        return latest.values().stream()
                .map(fix -> position(fix, now))
                .sorted(Comparator.comparing(position -> position.fix().unit()))
                .toList();
    }

    @Override
    public Optional<UnitPosition> latest(Callsign unit) {
        return Optional.ofNullable(latest.get(unit)).map(fix -> position(fix, clock.now()));
    }

    private static UnitPosition position(Fix fix, Instant now) {
        Duration age = Duration.between(fix.when(), now);
        Duration known = age.isNegative() ? Duration.ZERO : age;
        return new UnitPosition(fix, known, known.compareTo(STALE_AFTER) > 0);
    }

    @Override
    public List<Fix> track(Callsign unit, Instant from, Instant until) {
        return tracks.track(unit, from, until);
    }

    @Override
    public void forget(Callsign unit) {
        latest.remove(unit);
    }
}
