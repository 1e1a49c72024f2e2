package org.bluelamp.control;

import java.time.Instant;
import java.util.List;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// A unit on duty as the resource display shows it: its status derived from the unit alone and the incident it is
/// committed to, with since when. `until` is when its tour ends.
public record UnitView(
        TourRef unit,
        String kind,
        @Nullable BoroughCode borough,
        List<ActorId> crew,
        List<String> skills,
        UnitStatus status,
        @Nullable IncidentRef incident,
        Instant since,
        Instant until) {
    public UnitView {
        crew = List.copyOf(crew);
        skills = List.copyOf(skills);
    }

    public Callsign callsign() {
        return unit.callsign();
    }
}
