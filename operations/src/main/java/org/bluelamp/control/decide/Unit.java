package org.bluelamp.control.decide;

import java.util.List;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.UnitEvent;
import org.bluelamp.control.UnitEvent.Assigned;
import org.bluelamp.control.UnitEvent.CameOn;
import org.bluelamp.control.UnitEvent.Progressed;
import org.bluelamp.control.UnitEvent.Released;
import org.bluelamp.control.UnitEvent.StatusSaid;
import org.bluelamp.control.UnitEvent.WentOff;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;

/// A unit as its tour leaves it. It is on no incident or on one, never on two.
public sealed interface Unit {

    /// It is not on duty: it has not come on, or its tour is over.
    record NotOn() implements Unit {}

    /// It is on duty and on no incident.
    record Free(TourRef unit, UnitStatus status) implements Unit {}

    /// It is committed to an incident; `before` is what it did when it was sent.
    record Committed(TourRef unit, IncidentRef incident, UnitStatus status, UnitStatus before) implements Unit {}

    static Unit from(List<UnitEvent> events) {
        Unit unit = new NotOn();
        for (UnitEvent event : events) {
            unit = unit.after(event);
        }
        return unit;
    }

    /// The unit after one more event.
    ///
    /// Errors: `IllegalStateException` for an event that cannot follow, which is a defect of the record.
    default Unit after(UnitEvent event) {
        return switch (event) {
            case CameOn on -> new Free(on.unit(), UnitStatus.AVAILABLE);
            case Assigned assigned -> assignedTo(assigned);
            case Progressed progressed -> progressedTo(progressed);
            case Released released -> releasedBy(released);
            case StatusSaid said -> new Free(said.unit(), said.status());
            case WentOff _ -> new NotOn();
        };
    }

    /// What an incident's despatch is for the unit itself. A status that does not fit leaves the unit as it is.
    default List<UnitEvent> told(IncidentEvent.Despatch event) {
        boolean here = this instanceof Committed on && on.incident().equals(event.incident());
        UnitStatus before = this instanceof Committed on ? on.before() : UnitStatus.AVAILABLE;
        return switch (event) {
            case IncidentEvent.UnitAssigned e -> List.of(new Assigned(e.unit(), e.incident()));
            case IncidentEvent.UnitStatusSaid e ->
                here ? List.of(new Progressed(e.unit(), e.incident(), e.status())) : List.of();
            case IncidentEvent.UnitReleased e ->
                here ? List.of(new Released(e.unit(), e.incident(), e.how(), then(e, before))) : List.of();
            case IncidentEvent.UnitRestored e ->
                List.of(new Assigned(e.unit(), e.incident()), new Progressed(e.unit(), e.incident(), e.status()));
        };
    }

    /// What it does when it is released: what it did before where the assignment was a slip, else nothing yet.
    private static UnitStatus then(IncidentEvent.UnitReleased event, UnitStatus before) {
        return switch (event.how()) {
            case UNDONE -> before;
            case STOOD_DOWN, DIVERTED, FINISHED, WENT_OFF -> UnitStatus.AVAILABLE;
        };
    }

    private Unit assignedTo(Assigned event) {
        return switch (this) {
            case Free free -> new Committed(free.unit(), event.incident(), UnitStatus.SENT, free.status());
            case Committed _, NotOn _ ->
                throw new IllegalStateException("The unit (%s) was not free to be assigned.".formatted(event.unit()));
        };
    }

    private Unit progressedTo(Progressed event) {
        return switch (this) {
            case Committed on
            when on.incident().equals(event.incident()) ->
                new Committed(on.unit(), on.incident(), event.status(), on.before());
            case Committed _, Free _, NotOn _ ->
                throw new IllegalStateException(
                        "The unit (%s) was not on (%s).".formatted(event.unit(), event.incident()));
        };
    }

    private Unit releasedBy(Released event) {
        return switch (this) {
            case Committed on when on.incident().equals(event.incident()) -> new Free(on.unit(), event.then());
            case Committed _, Free _, NotOn _ ->
                throw new IllegalStateException(
                        "The unit (%s) was not on (%s).".formatted(event.unit(), event.incident()));
        };
    }
}
