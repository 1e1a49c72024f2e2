package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// Whom a despatcher sends: the queue's first first, the nearest suitable free unit to it.
final class DespatcherModel {
    /// The most units sent at one look at the queue.
    static final int SENT_MAX = 10;

    /// The most needs one despatcher thinks about at once.
    static final int READ_MAX = 12;

    private final long seed;

    DespatcherModel(long seed) {
        this.seed = seed;
    }

    /// What suits an incident: kinds of unit, and where it is if that is known.
    record Suits(Set<String> kinds, @Nullable Coordinate place) {
        Suits {
            kinds = Set.copyOf(kinds);
        }
    }

    /// An incident that wants `wanted` more units, in the order of the queue; `rank` 0 is the most urgent grade;
    /// `unserved` where nobody is on it at all.
    record Need(IncidentRef incident, int rank, Instant since, int wanted, boolean unserved, Suits suits) {}

    /// A unit that may be sent, and how long it would take to each of the needs, in their order.
    record Free(TourRef tour, String kind, List<Duration> travel) {
        Free {
            travel = List.copyOf(travel);
        }
    }

    /// One unit to one incident.
    record Send(IncidentRef incident, TourRef tour) {}

    /// From standing in the queue until a despatcher has read it: seconds for the urgent, longer for what can wait.
    Duration readsAfter(IncidentRef incident, int rank) {
        Duration median = switch (rank) {
            case 0 -> Duration.ofSeconds(20);
            case 1 -> Duration.ofSeconds(75);
            default -> Duration.ofMinutes(6);
        };
        return Chance.of(seed, "read " + incident).around(median, 1.6);
    }

    /// The needs that have been read by now, in the order of the queue, `READ_MAX` at most; a visitor at the desk is
    /// given `grace` to be first.
    List<Need> read(List<Need> queue, Duration grace, Instant now) {
        return queue.stream()
                .filter(need -> !need.since()
                        .plus(readsAfter(need.incident(), need.rank()))
                        .plus(grace)
                        .isAfter(now))
                .limit(READ_MAX)
                .toList();
    }

    /// What to send now: the first need first, the nearest suitable free unit to it. What can wait leaves some units
    /// free for what may come.
    List<Send> send(List<Need> read, List<Free> units) {
        var sends = new ArrayList<Send>();
        var gone = new HashSet<TourRef>();
        for (int i = 0; i < read.size(); i++) {
            Need need = read.get(i);
            for (int wanted = need.wanted(); wanted > 0 && sends.size() < SENT_MAX; wanted--) {
                boolean mayTake = units.size() - gone.size() > kept(need.rank(), units.size());
                Optional<Free> nearest = mayTake ? nearest(units, gone, need, i) : Optional.empty();
                if (nearest.isEmpty()) {
                    break;
                }
                gone.add(nearest.get().tour());
                sends.add(new Send(need.incident(), nearest.get().tour()));
            }
        }
        return sends;
    }

    /// How many free units are left alone for what is more urgent.
    private static int kept(int rank, int free) {
        return switch (rank) {
            case 0 -> 0;
            case 1 -> Math.min(2, free / 3);
            default -> Math.max(3, free / 2);
        };
    }

    private static Optional<Free> nearest(List<Free> units, Set<TourRef> gone, Need need, int place) {
        return units.stream()
                .filter(unit ->
                        !gone.contains(unit.tour()) && need.suits().kinds().contains(unit.kind()))
                .min(Comparator.comparing((Free unit) -> unit.travel().get(place))
                        .thenComparing(unit -> unit.tour().toString()));
    }
}
