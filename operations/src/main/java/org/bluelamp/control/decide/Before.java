package org.bluelamp.control.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.control.ClosingRules;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;

/// What stands when something is asked of incidents: those the request names, the units, the policies in force,
/// and the last despatch at the incident, if it can still be taken back.
///
/// `openedAt` is when the incident the request is about was opened. `crewing` says whether who asks is on a
/// unit committed to the incident, and so sees it wherever it lies.
public record Before(
        Map<IncidentRef, Incident> incidents,
        Map<TourRef, Unit> units,
        Optional<Instant> openedAt,
        Optional<LastDespatch> last,
        boolean crewing,
        Rules rules) {

    /// The policies a decision rests on.
    public record Rules(GradingScheme grading, ClosingRules closing, UnitStatuses statuses) {}

    /// Who sent or stood down at an incident last, when, and what that was.
    public record LastDespatch(ActorId by, Instant at, List<IncidentEvent.Despatch> events) {
        public LastDespatch {
            events = List.copyOf(events);
        }
    }

    public Before {
        incidents = Map.copyOf(incidents);
        units = Map.copyOf(units);
    }

    Incident incident(IncidentRef ref) {
        return incidents.getOrDefault(ref, new Incident.NotOpened());
    }

    Unit unit(TourRef ref) {
        return units.getOrDefault(ref, new Unit.NotOn());
    }
}
