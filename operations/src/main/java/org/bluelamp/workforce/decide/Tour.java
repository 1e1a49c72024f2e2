package org.bluelamp.workforce.decide;

import java.util.List;
import org.bluelamp.workforce.CrewMember;
import org.bluelamp.workforce.TourEvent;
import org.bluelamp.workforce.TourPlan;

/// A tour, folded from what happened to it.
public sealed interface Tour {

    record NotPlanned() implements Tour {}

    record Planned(TourPlan plan, List<CrewMember> crew) implements Tour {}

    record On(TourPlan plan, List<CrewMember> crew) implements Tour {}

    record Over() implements Tour {}

    static Tour from(List<TourEvent> events) {
        Tour tour = new NotPlanned();
        for (TourEvent event : events) {
            tour = tour.after(event);
        }
        return tour;
    }

    default Tour after(TourEvent event) {
        return switch (event) {
            case TourEvent.Planned planned -> new Planned(planned.plan(), List.of());
            case TourEvent.Crewed crewed -> new Planned(planned().plan(), crewed.crew());
            case TourEvent.BookedOn _ -> new On(planned().plan(), planned().crew());
            case TourEvent.BookedOff _, TourEvent.Withdrawn _ -> new Over();
        };
    }

    private Planned planned() {
        return switch (this) {
            case Planned planned -> planned;
            case NotPlanned _, On _, Over _ ->
                throw new IllegalStateException(
                        "A tour that is not planned was crewed or booked on (%s).".formatted(this));
        };
    }
}
