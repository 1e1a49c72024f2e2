package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.TravelTimes;

/// A unit's way along a route; `errand` is what it is on: an incident, or a patrol.
record Trip(String errand, Instant start, TravelTimes.Route route) {
    Coordinate at(Instant now) {
        return route.at(since(now));
    }

    boolean over(Instant now) {
        return since(now).compareTo(route.travel().takes()) >= 0;
    }

    private Duration since(Instant now) {
        Duration since = Duration.between(start, now);
        return since.isNegative() ? Duration.ZERO : since;
    }
}
