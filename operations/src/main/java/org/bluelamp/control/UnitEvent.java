package org.bluelamp.control;

import java.time.Instant;
import java.util.List;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to a unit on its tour. Never renamed once released; a changed meaning is a new event.
/// What happens between a unit and an incident is on both streams, written in one append.
public sealed interface UnitEvent {
    TourRef unit();

    /// It came on duty with this crew; the first of the crew answers for it. `until` is when its tour ends.
    record CameOn(
            TourRef unit,
            String kind,
            @Nullable BoroughCode borough,
            List<ActorId> crew,
            List<String> skills,
            Instant until)
            implements UnitEvent {
        public CameOn {
            crew = List.copyOf(crew);
            skills = List.copyOf(skills);
        }
    }

    record Assigned(TourRef unit, IncidentRef incident) implements UnitEvent {}

    /// It got on with the incident it is committed to.
    record Progressed(TourRef unit, IncidentRef incident, UnitStatus status) implements UnitEvent {}

    /// It is no longer committed, and does `then`.
    record Released(TourRef unit, IncidentRef incident, IncidentEvent.Release how, UnitStatus then)
            implements UnitEvent {}

    /// A status of the unit alone.
    record StatusSaid(TourRef unit, UnitStatus status) implements UnitEvent {}

    record WentOff(TourRef unit) implements UnitEvent {}
}
