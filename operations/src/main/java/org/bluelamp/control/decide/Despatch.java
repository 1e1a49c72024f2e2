package org.bluelamp.control.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Release;
import org.bluelamp.control.IncidentEvent.UnitAssigned;
import org.bluelamp.control.IncidentEvent.UnitReleased;
import org.bluelamp.control.IncidentEvent.UnitRestored;
import org.bluelamp.control.IncidentEvent.UnitStatusSaid;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.NothingToUndo;
import org.bluelamp.control.IncidentRefusal.StatusOfUnit;
import org.bluelamp.control.IncidentRefusal.UnitCommitted;
import org.bluelamp.control.IncidentRefusal.UnitNotHere;
import org.bluelamp.control.IncidentRefusal.UnitNotSendable;
import org.bluelamp.control.IncidentRefusal.UnknownUnit;
import org.bluelamp.control.IncidentRefusal.WhyMissing;
import org.bluelamp.control.IncidentRequest.Assign;
import org.bluelamp.control.IncidentRequest.Divert;
import org.bluelamp.control.IncidentRequest.Finish;
import org.bluelamp.control.IncidentRequest.SayStatus;
import org.bluelamp.control.IncidentRequest.StandDown;
import org.bluelamp.control.IncidentRequest.Undo;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// Sending units, taking them away, and what they say of themselves.
final class Despatch {
    private Despatch() {}

    /// A free unit is sent.
    ///
    /// Errors: never throws; refuses a unit that is not on duty, is committed, is not to be sent, or is sent
    /// only with a reason and has none.
    /// Source: D2; FIELD, "Unavailable: blocked is shown but never enforced".
    static Decision<IncidentEvent, IncidentRefusal> assign(
            Incident.Open open, Unit unit, Assign request, UnitStatuses statuses) {
        return switch (unit) {
            case Unit.NotOn _ -> refuse(new UnknownUnit(request.unit()));
            case Unit.Committed on -> refuse(new UnitCommitted(request.unit().callsign(), on.incident()));
            case Unit.Free free ->
                switch (statuses.of(free.status()).sendable()) {
                    case FREELY -> accept(assigned(open, request.unit(), null));
                    case WITH_REASON, BY_DIVERT ->
                        request.reason().isBlank()
                                ? refuse(new WhyMissing("Sending %s (%s)"
                                        .formatted(
                                                request.unit().callsign(),
                                                statuses.of(free.status()).label())))
                                : accept(
                                        assigned(open, request.unit(), null),
                                        note(open, open.log().next() + 1, request.reason()));
                    case NOT ->
                        refuse(new UnitNotSendable(
                                request.unit().callsign(),
                                statuses.of(free.status()).label()));
                };
        };
    }

    private static UnitAssigned assigned(Incident.Open open, TourRef unit, @Nullable IncidentRef from) {
        return new UnitAssigned(open.ref(), open.log().next(), unit, from);
    }

    private static IncidentEvent note(Incident.Open open, int line, String reason) {
        return new IncidentEvent.NoteAdded(open.ref(), line, PersonalText.of(reason));
    }

    /// A committed unit is taken from what it is on and sent here; a free one is assigned. The need it leaves
    /// is open again with the clock it had.
    ///
    /// Errors: never throws; refuses a unit that is not on duty, is here already or may not be diverted, and no
    /// reason.
    /// Source: D2; FIELD, "a unit diverted to an Immediate, original never refilled".
    static Decision<IncidentEvent, IncidentRefusal> divert(
            Incident.Open open, Before before, Divert request, UnitStatuses statuses) {
        TourRef unit = request.unit();
        return switch (before.unit(unit)) {
            case Unit.NotOn _ -> refuse(new UnknownUnit(unit));
            case Unit.Free free ->
                assign(open, free, new Assign(request.asked(), open.ref(), unit, request.reason()), statuses);
            case Unit.Committed on
            when on.incident().equals(open.ref()) -> refuse(new UnitCommitted(unit.callsign(), open.ref()));
            case Unit.Committed on
            when statuses.of(on.status()).sendable() == UnitStatuses.Sendable.NOT ->
                refuse(new UnitNotSendable(
                        unit.callsign(), statuses.of(on.status()).label()));
            case Unit.Committed _ when request.reason().isBlank() -> refuse(new WhyMissing("A divert"));
            case Unit.Committed on -> {
                Incident old = before.incident(on.incident());
                yield old instanceof Incident.Open left
                        ? accept(
                                new UnitReleased(
                                        left.ref(),
                                        left.log().next(),
                                        unit,
                                        Release.DIVERTED,
                                        open.ref(),
                                        PersonalText.of(request.reason())),
                                assigned(open, unit, left.ref()))
                        : refuse(new UnitCommitted(unit.callsign(), on.incident()));
            }
        };
    }

    /// A unit is no longer wanted.
    ///
    /// Errors: never throws; refuses a unit that is not committed here, and no reason.
    /// Source: D2.
    static Decision<IncidentEvent, IncidentRefusal> standDown(Incident.Open open, StandDown request) {
        if (!open.course().units().containsKey(request.unit())) {
            return refuse(new UnitNotHere(request.unit().callsign(), open.ref()));
        }
        if (request.reason().isBlank()) {
            return refuse(new WhyMissing("Standing down"));
        }
        return accept(released(open, request.unit(), Release.STOOD_DOWN, request.reason()));
    }

    /// A unit has done what it was sent for.
    ///
    /// Errors: never throws; refuses a unit that is not committed here.
    /// Source: D2.
    static Decision<IncidentEvent, IncidentRefusal> finish(Incident.Open open, Finish request) {
        return open.course().units().containsKey(request.unit())
                ? accept(released(open, request.unit(), Release.FINISHED, ""))
                : refuse(new UnitNotHere(request.unit().callsign(), open.ref()));
    }

    static UnitReleased released(Incident.Open open, TourRef unit, Release how, String reason) {
        return new UnitReleased(open.ref(), open.log().next(), unit, how, null, PersonalText.of(reason));
    }

    /// Where a unit stands with the incident: a report, recorded whether it fits or not. Where the log is
    /// closed or the unit is not known to be here, `answers` is who sees to it: whoever closed it, else whoever
    /// asks.
    ///
    /// Errors: never throws; refuses a status that says nothing of an incident.
    /// Source: D2, D5; ARCHITECTURE, "Requests may be refused; reports may not".
    static Decision<IncidentEvent, IncidentRefusal> sayStatus(Incident incident, SayStatus request) {
        if (!request.status().onIncident()) {
            return refuse(new StatusOfUnit(request.status()));
        }
        return switch (incident) {
            case Incident.NotOpened _ -> refuse(new IncidentRefusal.UnknownIncident(request.incident()));
            case Incident.Open open ->
                accept(said(
                        open.log(),
                        request,
                        open.course().units().containsKey(request.unit())
                                ? null
                                : request.asked().enteredBy()));
            case Incident.Finished closed -> accept(said(closed.log(), request, closed.closedBy()));
        };
    }

    private static UnitStatusSaid said(Incident.Log log, SayStatus request, @Nullable ActorId conflictFor) {
        return new UnitStatusSaid(request.incident(), log.next(), request.unit(), request.status(), conflictFor);
    }

    /// One's own last assignment, divert or stand-down is taken back while it is fresh; what it changed is as
    /// before.
    ///
    /// Units: `undoWithin` of the policy, counted from the act.
    /// Errors: never throws; refuses where there is nothing of one's own to take back, where it is too old, or
    /// where the unit has gone on since.
    /// Source: FIELD, row 54.
    static Decision<IncidentEvent, IncidentRefusal> undo(
            Incident.Open open, Before before, Undo request, Duration within) {
        List<IncidentEvent> back = before.last()
                .filter(last -> last.by().equals(request.asked().by()))
                .filter(last -> !request.asked().at().isAfter(last.at().plus(within)))
                .map(last -> back(open, before, last.events()))
                .orElse(List.of());
        return back.isEmpty() ? refuse(new NothingToUndo(open.ref())) : new Decision.Accepted<>(back);
    }

    private static List<IncidentEvent> back(Incident.Open open, Before before, List<IncidentEvent.Despatch> events) {
        var back = new ArrayList<IncidentEvent>();
        int line = open.log().next();
        for (IncidentEvent.Despatch event : events) {
            List<IncidentEvent> undone = switch (event) {
                case UnitAssigned assigned -> takenBack(open, before, assigned, line);
                case UnitReleased released -> restored(open, before, released, line);
                case UnitStatusSaid _, UnitRestored _ -> List.of();
            };
            back.addAll(undone);
            line += (int) undone.stream()
                    .filter(made -> made.incident().equals(open.ref()))
                    .count();
        }
        return back;
    }

    private static List<IncidentEvent> takenBack(Incident.Open open, Before before, UnitAssigned assigned, int line) {
        if (open.course().units().get(assigned.unit()) != UnitStatus.SENT) {
            return List.of();
        }
        var back = new ArrayList<IncidentEvent>();
        back.add(new UnitReleased(
                open.ref(), line, assigned.unit(), Release.UNDONE, assigned.divertedFrom(), PersonalText.of("")));
        IncidentRef from = assigned.divertedFrom();
        if (from != null && before.incident(from) instanceof Incident.Open left) {
            back.add(new UnitRestored(
                    from,
                    left.log().next(),
                    assigned.unit(),
                    left.course().left().getOrDefault(assigned.unit(), UnitStatus.SENT)));
        }
        return back;
    }

    private static List<IncidentEvent> restored(Incident.Open open, Before before, UnitReleased released, int line) {
        boolean stillFree = before.unit(released.unit()) instanceof Unit.Free;
        return released.how() == Release.STOOD_DOWN && stillFree
                ? List.of(new UnitRestored(
                        open.ref(),
                        line,
                        released.unit(),
                        open.course().left().getOrDefault(released.unit(), UnitStatus.SENT)))
                : List.of();
    }
}
