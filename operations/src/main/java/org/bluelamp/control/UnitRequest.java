package org.bluelamp.control;

import java.time.Instant;
import java.util.List;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// What may be asked of a unit apart from any incident. What is asked of a unit and an incident is an
/// `IncidentRequest`.
public sealed interface UnitRequest {
    Asked asked();

    TourRef unit();

    /// It comes on duty; asked by the roster's follower when its tour is booked on.
    record ComeOn(
            Asked asked,
            TourRef unit,
            String kind,
            @Nullable BoroughCode borough,
            List<ActorId> crew,
            List<String> skills,
            Instant until)
            implements UnitRequest {
        public ComeOn {
            crew = List.copyOf(crew);
            skills = List.copyOf(skills);
        }
    }

    /// It says what it does, apart from any incident. While it is committed that is refused: a status towards the
    /// incident, or a release from it, comes first.
    record Say(Asked asked, TourRef unit, UnitStatus status) implements UnitRequest {}

    /// Its tour is over. It happened whether it fits or not: an incident it was committed to needs a unit again.
    record GoOff(Asked asked, TourRef unit) implements UnitRequest {}
}
