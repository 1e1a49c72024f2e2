package org.bluelamp.control.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.GradingScheme.GradeRow;
import org.bluelamp.control.GradingScheme.TypeRow;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Assessed;
import org.bluelamp.control.IncidentEvent.LiesNear;
import org.bluelamp.control.IncidentEvent.NoteAdded;
import org.bluelamp.control.IncidentEvent.NoteCorrected;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.Release;
import org.bluelamp.control.IncidentEvent.ReportedAfterClose;
import org.bluelamp.control.IncidentEvent.Restricted;
import org.bluelamp.control.IncidentEvent.UnitAssigned;
import org.bluelamp.control.IncidentEvent.UnitStatusSaid;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.IncidentClosed;
import org.bluelamp.control.IncidentRefusal.LineCorrectedBefore;
import org.bluelamp.control.IncidentRefusal.NobodyNamed;
import org.bluelamp.control.IncidentRefusal.PlaceMissing;
import org.bluelamp.control.IncidentRefusal.PlaceNotChosen;
import org.bluelamp.control.IncidentRefusal.ReasonMissing;
import org.bluelamp.control.IncidentRefusal.StatusOfIncident;
import org.bluelamp.control.IncidentRefusal.UnitCommitted;
import org.bluelamp.control.IncidentRefusal.UnitOnDuty;
import org.bluelamp.control.IncidentRefusal.UnknownGrade;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentRefusal.UnknownLine;
import org.bluelamp.control.IncidentRefusal.UnknownType;
import org.bluelamp.control.IncidentRefusal.UnknownUnit;
import org.bluelamp.control.IncidentRefusal.WordsMissing;
import org.bluelamp.control.IncidentRequest.AddNote;
import org.bluelamp.control.IncidentRequest.Appoint;
import org.bluelamp.control.IncidentRequest.AskRegrade;
import org.bluelamp.control.IncidentRequest.Assess;
import org.bluelamp.control.IncidentRequest.Assign;
import org.bluelamp.control.IncidentRequest.Change;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.Code;
import org.bluelamp.control.IncidentRequest.CorrectNote;
import org.bluelamp.control.IncidentRequest.DeclineRegrade;
import org.bluelamp.control.IncidentRequest.Divert;
import org.bluelamp.control.IncidentRequest.Finish;
import org.bluelamp.control.IncidentRequest.LinkCaller;
import org.bluelamp.control.IncidentRequest.LinkDuplicate;
import org.bluelamp.control.IncidentRequest.Open;
import org.bluelamp.control.IncidentRequest.Pass;
import org.bluelamp.control.IncidentRequest.Regrade;
import org.bluelamp.control.IncidentRequest.Relate;
import org.bluelamp.control.IncidentRequest.Reopen;
import org.bluelamp.control.IncidentRequest.Restrict;
import org.bluelamp.control.IncidentRequest.SayResult;
import org.bluelamp.control.IncidentRequest.SayStatus;
import org.bluelamp.control.IncidentRequest.StandDown;
import org.bluelamp.control.IncidentRequest.Undo;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.UnitEvent;
import org.bluelamp.control.UnitRequest;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.decide.Before.Rules;
import org.bluelamp.control.decide.Incident.Finished;
import org.bluelamp.control.decide.Incident.Log;
import org.bluelamp.control.decide.Incident.NotOpened;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// What may happen to an incident, and what not: the one place where it is decided, live and simulated.
public final class Decide {
    private Decide() {}

    /// Decides a request about an incident that is there.
    ///
    /// Errors: never throws; refuses an unknown incident, or one the person may not see, before anything else.
    /// Source: D1, D2, C2.
    public static Decision<IncidentEvent, IncidentRefusal> change(Change request, Before before) {
        Incident incident = before.incident(request.incident());
        if (!sees(incident, request, before)) {
            return refuse(new UnknownIncident(request.incident()));
        }
        return switch (request) {
            case AddNote note -> addNote(incident, note);
            case CorrectNote correction -> correctNote(incident, correction);
            case Restrict restrict -> restrict(incident, restrict);
            case LinkCaller caller -> Linking.caller(incident, caller);
            case SayStatus status -> Despatch.sayStatus(incident, status);
            case Code code -> Closing.code(incident, code, before.rules().closing());
            case Reopen reopen -> Closing.reopen(incident, reopen);
            case Close _,
                    Assess _,
                    Regrade _,
                    AskRegrade _,
                    DeclineRegrade _,
                    Appoint _,
                    Assign _,
                    Divert _,
                    StandDown _,
                    Finish _,
                    Undo _,
                    LinkDuplicate _,
                    Relate _,
                    Pass _,
                    SayResult _ ->
                switch (incident) {
                    case NotOpened _ -> refuse(new UnknownIncident(request.incident()));
                    case Finished closed -> refuse(new IncidentClosed(closed.ref()));
                    case Incident.Open open -> whileOpen(open, request, before);
                };
        };
    }

    private static boolean sees(Incident incident, Change request, Before before) {
        return incident.seenBy(request.asked().sight()) || before.crewing();
    }

    private static Decision<IncidentEvent, IncidentRefusal> whileOpen(
            Incident.Open open, Change request, Before before) {
        Rules rules = before.rules();
        return switch (request) {
            case Close close -> Closing.close(open, close, rules);
            case SayResult result -> Closing.result(open, result, rules.grading());
            case Assess assess -> Grading.assess(open, assess);
            case Regrade regrade ->
                Grading.regrade(
                        open, regrade, before.openedAt().orElse(regrade.asked().at()), rules.grading());
            case AskRegrade ask -> Grading.ask(open, ask, rules.grading());
            case DeclineRegrade decline -> Grading.decline(open, decline);
            case Appoint appoint -> Grading.appoint(open, appoint);
            case Assign assign -> Despatch.assign(open, before.unit(assign.unit()), assign, rules.statuses());
            case Divert divert -> Despatch.divert(open, before, divert, rules.statuses());
            case StandDown standDown -> Despatch.standDown(open, standDown);
            case Finish finish -> Despatch.finish(open, finish);
            case Undo undo -> Despatch.undo(open, before, undo, rules.statuses().undoWithin());
            case LinkDuplicate duplicate -> Linking.duplicate(open, before.incident(duplicate.other()), duplicate);
            case Relate relate -> Linking.related(open, before.incident(relate.other()), relate);
            case Pass pass -> Linking.pass(open, pass);
            case AddNote _, CorrectNote _, Restrict _, LinkCaller _, SayStatus _, Code _, Reopen _ ->
                throw new IllegalStateException("(%s) is decided on closed incidents too.".formatted(request));
        };
    }

    /// Decides whether an incident is opened, under which number, grade and time to attend.
    ///
    /// Units: to attend by is the request's time plus `attendWithin` of the grade.
    /// Errors: never throws; refuses an unknown type or grade, a missing place, a place nobody chose, no words.
    /// Source: D1; B3 R10.
    public static Decision<IncidentEvent, IncidentRefusal> open(
            IncidentDay day, Open request, Unit foundBy, Rules rules) {
        GradingScheme scheme = rules.grading();
        Optional<TypeRow> type = scheme.type(request.type());
        if (type.isEmpty()) {
            return refuse(new UnknownType(request.type()));
        }
        Grade asked = request.grade();
        Grade grade = asked == null ? type.get().usualGrade() : asked;
        Optional<GradeRow> row = scheme.grade(grade);
        if (row.isEmpty()) {
            return refuse(new UnknownGrade(grade));
        }
        if (request.place().words().isBlank()) {
            return refuse(new PlaceMissing());
        }
        if (request.said().isBlank()) {
            return refuse(new WordsMissing());
        }
        if (request.place() instanceof PlaceGiven.Undecided undecided) {
            return refuse(new PlaceNotChosen(undecided.candidates()));
        }
        TourRef unit = request.foundBy();
        if (unit != null && !(foundBy instanceof Unit.Free)) {
            return refuse(
                    foundBy instanceof Unit.Committed on
                            ? new UnitCommitted(unit.callsign(), on.incident())
                            : new UnknownUnit(unit));
        }
        Instant attendBy =
                row.get().attendBy(request.asked().at(), request.asked().at()).orElse(null);
        return new Decision.Accepted<>(opening(day.next(), request, grade, attendBy));
    }

    /// The opening and what is known with it: the neighbours near, the risks, the unit that found it.
    private static List<IncidentEvent> opening(IncidentRef ref, Open request, Grade grade, @Nullable Instant attendBy) {
        var events = new ArrayList<IncidentEvent>();
        events.add(opened(ref, request, grade, attendBy));
        if (request.place() instanceof PlaceGiven.Located located
                && !located.near().isEmpty()) {
            events.add(new LiesNear(ref, events.size() + 1, located.near()));
        }
        if (!request.risks().isEmpty()) {
            events.add(new Assessed(ref, events.size() + 1, request.risks(), null, PersonalText.of("")));
        }
        TourRef unit = request.foundBy();
        if (unit != null) {
            events.add(new UnitAssigned(ref, events.size() + 1, unit, null));
            events.add(new UnitStatusSaid(ref, events.size() + 1, unit, UnitStatus.AT_SCENE, null));
        }
        return events;
    }

    private static Opened opened(IncidentRef ref, Open request, Grade grade, @Nullable Instant attendBy) {
        PlaceGiven.Located at = request.place() instanceof PlaceGiven.Located located ? located : null;
        return new Opened(
                ref,
                request.type(),
                grade,
                request.channel(),
                at == null ? null : at.locality(),
                at == null ? null : at.point(),
                at == null ? null : at.borough(),
                at == null ? null : at.ward(),
                at == null ? null : at.areas(),
                attendBy,
                PersonalText.of(request.place().words()),
                PersonalText.of(request.said()),
                PersonalText.of(request.caller()));
    }

    /// Decides what becomes of a line for the log.
    ///
    /// Errors: never throws; refuses an unknown incident and an empty line. A closed log refuses nothing: what
    /// reaches it is a report, recorded with a conflict for whoever closed it.
    /// Source: D1; ADR 0012; ARCHITECTURE, "Requests may be refused; reports may not".
    static Decision<IncidentEvent, IncidentRefusal> addNote(Incident incident, AddNote request) {
        if (request.words().isBlank()) {
            return refuse(new WordsMissing());
        }
        PersonalText words = PersonalText.of(request.words());
        return switch (incident) {
            case NotOpened _ -> refuse(new UnknownIncident(request.incident()));
            case Incident.Open open ->
                accept(new NoteAdded(open.ref(), open.log().next(), words));
            case Finished closed ->
                accept(new ReportedAfterClose(closed.ref(), closed.log().next(), closed.closedBy(), words));
        };
    }

    /// Decides whether a line is put right; the old words always stay.
    ///
    /// Errors: never throws; refuses an unknown incident, a line without words of its own, one corrected
    /// before.
    /// Source: D1; FIELD, row 21, "append-only log, corrections visible".
    static Decision<IncidentEvent, IncidentRefusal> correctNote(Incident incident, CorrectNote request) {
        if (request.words().isBlank()) {
            return refuse(new WordsMissing());
        }
        return switch (incident) {
            case NotOpened _ -> refuse(new UnknownIncident(request.incident()));
            case Incident.Open open -> corrected(open.log(), request);
            case Finished closed -> corrected(closed.log(), request);
        };
    }

    private static Decision<IncidentEvent, IncidentRefusal> corrected(Log log, CorrectNote request) {
        if (!log.worded().contains(request.line())) {
            return refuse(new UnknownLine(request.incident(), request.line()));
        }
        if (log.corrected().contains(request.line())) {
            return refuse(new LineCorrectedBefore(request.incident(), request.line()));
        }
        return accept(
                new NoteCorrected(request.incident(), log.next(), request.line(), PersonalText.of(request.words())));
    }

    /// Decides whether only named persons see the incident from now on; whoever asks is always among them.
    ///
    /// Errors: never throws; refuses an unknown incident, nobody named, no reason.
    /// Source: D1; ARCHITECTURE, "Looking is logged"; ADR 0012.
    static Decision<IncidentEvent, IncidentRefusal> restrict(Incident incident, Restrict request) {
        if (request.persons().isEmpty()) {
            return refuse(new NobodyNamed(request.incident()));
        }
        if (request.reason().isBlank()) {
            return refuse(new ReasonMissing(request.incident()));
        }
        return switch (incident) {
            case NotOpened _ -> refuse(new UnknownIncident(request.incident()));
            case Incident.Open open -> accept(restricted(open.log(), request));
            case Finished closed -> accept(restricted(closed.log(), request));
        };
    }

    private static Restricted restricted(Log log, Restrict request) {
        List<ActorId> persons = Stream.concat(
                        request.persons().stream(), Stream.of(request.asked().by()))
                .distinct()
                .sorted(Comparator.comparing(ActorId::text))
                .toList();
        return new Restricted(request.incident(), log.next(), persons, PersonalText.of(request.reason()));
    }

    /// Decides what a unit does apart from any incident.
    ///
    /// Errors: never throws; refuses to come on duty twice, a unit that is not on duty, a status towards an
    /// incident, and a status of its own while it is committed. That its tour is over is a report and refused
    /// only where it is over already.
    /// Source: D3, W1; ARCHITECTURE, "A status belongs to a unit and an incident".
    public static Decision<UnitEvent, IncidentRefusal> unit(Unit unit, UnitRequest request) {
        return switch (request) {
            case UnitRequest.ComeOn on ->
                unit instanceof Unit.NotOn
                        ? accept(new UnitEvent.CameOn(
                                on.unit(), on.kind(), on.borough(), on.crew(), on.skills(), on.until()))
                        : refuse(new UnitOnDuty(on.unit().callsign()));
            case UnitRequest.GoOff off ->
                unit instanceof Unit.NotOn
                        ? refuse(new UnknownUnit(off.unit()))
                        : accept(new UnitEvent.WentOff(off.unit()));
            case UnitRequest.Say say ->
                switch (unit) {
                    case Unit.NotOn _ -> refuse(new UnknownUnit(say.unit()));
                    case Unit.Committed on ->
                        refuse(new UnitCommitted(say.unit().callsign(), on.incident()));
                    case Unit.Free _ ->
                        say.status().onIncident()
                                ? refuse(new StatusOfIncident(say.unit().callsign(), say.status()))
                                : accept(new UnitEvent.StatusSaid(say.unit(), say.status()));
                };
        };
    }

    /// What it is for an incident that a unit on it has gone off duty: it needs one again.
    public static IncidentEvent wentOff(Incident.Open open, TourRef unit) {
        return Despatch.released(open, unit, Release.WENT_OFF, "");
    }
}
