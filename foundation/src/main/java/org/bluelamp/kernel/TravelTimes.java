package org.bluelamp.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// How long it takes to get somewhere, and by which way; by road where roads are loaded, else an estimate that says so.
public interface TravelTimes {
    /// The most starts one question has.
    int STARTS_MAX = 5_000;

    /// The travel from each start to one place, in the order of the starts; one-way streets are kept.
    ///
    /// Errors: `IllegalArgumentException` for more than `STARTS_MAX` starts or a way to travel nobody knows.
    List<Travel> to(Coordinate place, List<Coordinate> starts, TravelBy by);

    /// The travel from one place to another, and the points it passes.
    ///
    /// Errors: `IllegalArgumentException` for a way to travel nobody knows.
    Route route(Coordinate from, Coordinate to, TravelBy by);

    /// The ways to travel that are known.
    Set<TravelBy> known();

    /// From one start only.
    default Travel between(Coordinate from, Coordinate to, TravelBy by) {
        return to(to, List.of(from), by).getFirst();
    }

    /// What a duration rests on.
    enum Basis {
        /// The quickest way by road.
        ROAD,
        /// Estimated: no roads are loaded, or they are still being read.
        NO_ROADS,
        /// Estimated: one of the ends lies too far from every road that is loaded.
        OFF_ROADS,
        /// Estimated: the roads that are loaded do not lead from one end to the other.
        NO_WAY;

        public boolean isEstimate() {
            return this != ROAD;
        }
    }

    /// How long and how far. An estimate is the great circle with a detour, at the way of travel's usual speed.
    record Travel(Duration takes, int metres, Basis basis) {}

    /// A point of a route and when it is passed, counted from the start.
    record Passed(Coordinate at, Duration after) {}

    /// A way from one place to another: at least its two ends, in order; the last is passed when the travel is over.
    record Route(Travel travel, List<Passed> points) {
        public Route {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("A route has two ends, not %d points.".formatted(points.size()));
            }
        }

        /// Where somebody is who set out so long ago: the start before then, the end after it is over.
        public Coordinate at(Duration after) {
            Passed before = points.getFirst();
            for (Passed next : points) {
                if (next.after().compareTo(after) > 0) {
                    return between(before, next, after);
                }
                before = next;
            }
            return before.at();
        }

        private static Coordinate between(Passed before, Passed next, Duration after) {
            long span = next.after().minus(before.after()).toMillis();
            double share = span <= 0
                    ? 0
                    : Math.clamp((double) after.minus(before.after()).toMillis() / span, 0, 1);
            return new Coordinate(
                    part(before.at().latitudeMicrodegrees(), next.at().latitudeMicrodegrees(), share),
                    part(before.at().longitudeMicrodegrees(), next.at().longitudeMicrodegrees(), share));
        }

        private static int part(int from, int to, double share) {
            return (int) Math.round(from + (to - from) * share);
        }
    }
}
