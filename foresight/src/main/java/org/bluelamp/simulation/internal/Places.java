package org.bluelamp.simulation.internal;

import java.util.Comparator;
import java.util.List;
import org.bluelamp.kernel.Coordinate;

/// Where things happen in the demo world: a street near one of the real fires, so that busy wards are busy.
record Places(List<Street> streets, List<Coordinate> fires) {
    /// How near to a fire's place a street counts as there. Units: metres.
    private static final int NEAR_METRES = 350;

    private static final double METRES_A_MICRODEGREE_NORTH = 0.11132;
    private static final double METRES_A_MICRODEGREE_EAST = 0.0693;

    record Street(String name, Coordinate at) {}

    Places {
        streets = List.copyOf(streets);
        fires = List.copyOf(fires);
    }

    Street any(Chance chance) {
        Coordinate fire = chance.oneOf(fires);
        List<Street> near = streets.stream()
                .filter(street -> metres(street.at(), fire) <= NEAR_METRES)
                .toList();
        return near.isEmpty()
                ? streets.stream()
                        .min(Comparator.comparingDouble(street -> metres(street.at(), fire)))
                        .orElseThrow()
                : chance.oneOf(near);
    }

    /// As the crow flies, in London. Units: metres.
    static double metres(Coordinate one, Coordinate other) {
        double north = METRES_A_MICRODEGREE_NORTH * (one.latitudeMicrodegrees() - other.latitudeMicrodegrees());
        double east = METRES_A_MICRODEGREE_EAST * (one.longitudeMicrodegrees() - other.longitudeMicrodegrees());
        return Math.hypot(north, east);
    }
}
