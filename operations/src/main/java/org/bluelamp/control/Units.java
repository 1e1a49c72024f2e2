package org.bluelamp.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;

/// The way in to units on duty for every other module.
public interface Units {
    /// The most units one display shows.
    int SHOWN_MAX = 4_000;

    /// Decides and records.
    ///
    /// Errors: as `Incidents.handle`.
    Decision<UnitEvent, IncidentRefusal> handle(UnitRequest request);

    /// A unit on duty.
    Optional<UnitView> find(TourRef unit);

    /// The unit on duty under this callsign; the tour that began last where there are two.
    Optional<UnitView> find(Callsign callsign);

    /// Units on duty, in order of callsign; those of the sight's borough, or of the whole service.
    List<UnitView> onDuty(Sight sight);

    /// The units committed to an incident, the one assigned first first.
    List<UnitView> on(IncidentRef incident);

    /// A slot: how soon each unit could be at a place, in the order of the units; empty where its position is
    /// not known. Filled by whoever knows positions and roads.
    interface Reach {
        List<Optional<Reached>> to(Coordinate place, List<UnitView> units);
    }

    /// How long a unit needs, whether that is only an estimate, and how old the position is that it rests on.
    record Reached(Duration takes, boolean estimated, Duration positionAge) {}

    static StreamId stream(TourRef unit) {
        return new StreamId("unit/" + unit);
    }
}
