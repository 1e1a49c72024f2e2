package org.bluelamp.control;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// An incident as lists show it. Holds no personal data. Units: `lines` counts the lines of the log, `callers` those
/// who
/// reported it, the first among them. `attendBy` stays what it was when a unit is diverted; `divertedAt` is when the
/// last unit was taken away for another incident, until it has one again. `desk` is whose it was made by hand.
public record IncidentView(
        IncidentRef incident,
        String type,
        Grade grade,
        Stage stage,
        @Nullable String result,
        @Nullable String locality,
        @Nullable Coordinate point,
        @Nullable BoroughCode borough,
        @Nullable String ward,
        Instant openedAt,
        @Nullable Instant attendBy,
        int lines,
        Instant lastLineAt,
        boolean restricted,
        Set<Risk> risks,
        int callers,
        List<Committed> units,
        @Nullable Instant divertedAt,
        @Nullable String desk,
        @Nullable IncidentRef sameAs,
        boolean coded,
        boolean regradeAsked) {

    /// How far it has come.
    public enum Stage {
        WAITING,
        ASSIGNED,
        ATTENDED,
        RESULTED,
        CLOSED
    }

    /// A unit committed to it, and where it stands.
    public record Committed(TourRef unit, UnitStatus status) {}

    public IncidentView {
        risks = Set.copyOf(risks);
        units = List.copyOf(units);
    }

    public boolean open() {
        return stage != Stage.CLOSED;
    }
}
