package org.bluelamp.despatch.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.despatch.UnitPosition;
import org.bluelamp.despatch.UnitPositions;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.TravelBy;
import org.bluelamp.kernel.TravelTimes;
import org.springframework.stereotype.Component;

/// How soon units could be somewhere, from where they were last known to be, by road with blue lights. A stale position
/// makes the time an estimate.
@Component
class UnitReach implements Units.Reach {
    private final UnitPositions positions;
    private final TravelTimes travelTimes;

    UnitReach(UnitPositions positions, TravelTimes travelTimes) {
        this.positions = positions;
        this.travelTimes = travelTimes;
    }

    @Override
    public List<Optional<Units.Reached>> to(Coordinate place, List<UnitView> units) {
        List<Optional<UnitPosition>> known =
                units.stream().map(unit -> positions.latest(unit.callsign())).toList();
        List<Coordinate> starts = known.stream()
                .flatMap(Optional::stream)
                .map(position -> position.fix().at())
                .toList();
        var travels = travelTimes.to(place, starts, TravelBy.BLUE_LIGHT_CAR).iterator();
        var reached = new ArrayList<Optional<Units.Reached>>();
        for (Optional<UnitPosition> position : known) {
            reached.add(position.map(from -> reached(from, travels.next())));
        }
        return reached;
    }

    private static Units.Reached reached(UnitPosition from, TravelTimes.Travel travel) {
        return new Units.Reached(travel.takes(), from.stale() || travel.basis().isEstimate(), from.age());
    }
}
