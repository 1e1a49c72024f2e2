package org.bluelamp.geography.internal;

import java.time.Duration;
import java.util.List;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.TravelTimes.Basis;
import org.bluelamp.kernel.TravelTimes.Passed;
import org.bluelamp.kernel.TravelTimes.Route;
import org.bluelamp.kernel.TravelTimes.Travel;

/// The honest way out where no road can be gone by: the great circle with a detour, at a usual speed.
final class Estimates {
    private static final double EARTH_METRES = 6_371_008.8;
    private static final double MILLIS_PER_METRE_AT_ONE_KMH = 3_600;
    private static final double PERCENT = 100;

    private Estimates() {}

    static Travel travel(Coordinate from, Coordinate to, RoadProfile by, Basis why) {
        double metres = metres(from, to) * by.detourPercent() / PERCENT;
        long millis = Math.round(metres * MILLIS_PER_METRE_AT_ONE_KMH / by.estimateKmh());
        return new Travel(Duration.ofMillis(millis), (int) Math.round(metres), why);
    }

    static Route route(Coordinate from, Coordinate to, RoadProfile by, Basis why) {
        Travel travel = travel(from, to, by, why);
        return new Route(travel, List.of(new Passed(from, Duration.ZERO), new Passed(to, travel.takes())));
    }

    /// The great circle between two points, in metres.
    static double metres(Coordinate from, Coordinate to) {
        double south = Math.toRadians(from.latitude());
        double north = Math.toRadians(to.latitude());
        double up = Math.sin((north - south) / 2);
        double across = Math.sin(Math.toRadians(to.longitude() - from.longitude()) / 2);
        double half = up * up + Math.cos(south) * Math.cos(north) * across * across;
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
