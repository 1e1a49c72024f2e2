package org.bluelamp.simulation.internal;

import java.util.List;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Units;
import org.bluelamp.despatch.UnitPositions;
import org.bluelamp.kernel.TravelTimes;
import org.bluelamp.policy.Policies;
import org.springframework.stereotype.Component;

/// The ways in to the control room that the demo world uses, the same as every page.
@Component
record Room(Incidents incidents, Units units, UnitPositions positions, TravelTimes travel, Policies policies) {
    /// The most open incidents one step looks at, the first of the queue.
    static final int OPEN_MAX = 400;

    List<org.bluelamp.control.IncidentView> open(Seat seat) {
        return incidents.open(seat.sight(), OPEN_MAX);
    }
}
