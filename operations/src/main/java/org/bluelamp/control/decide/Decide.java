package org.bluelamp.control.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.GradingScheme.GradeRow;
import org.bluelamp.control.GradingScheme.TypeRow;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.NoteAdded;
import org.bluelamp.control.IncidentEvent.NoteCorrected;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.ReportedAfterClose;
import org.bluelamp.control.IncidentEvent.Restricted;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.IncidentClosed;
import org.bluelamp.control.IncidentRefusal.LineCorrectedBefore;
import org.bluelamp.control.IncidentRefusal.NobodyNamed;
import org.bluelamp.control.IncidentRefusal.PlaceMissing;
import org.bluelamp.control.IncidentRefusal.PlaceNotChosen;
import org.bluelamp.control.IncidentRefusal.ReasonMissing;
import org.bluelamp.control.IncidentRefusal.UnknownGrade;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentRefusal.UnknownLine;
import org.bluelamp.control.IncidentRefusal.UnknownResult;
import org.bluelamp.control.IncidentRefusal.UnknownType;
import org.bluelamp.control.IncidentRefusal.WordsMissing;
import org.bluelamp.control.IncidentRequest.AddNote;
import org.bluelamp.control.IncidentRequest.Close;
import org.bluelamp.control.IncidentRequest.CorrectNote;
import org.bluelamp.control.IncidentRequest.Open;
import org.bluelamp.control.IncidentRequest.Restrict;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.decide.Incident.Finished;
import org.bluelamp.control.decide.Incident.Log;
import org.bluelamp.control.decide.Incident.NotOpened;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.PersonalText;

/// What may happen to an incident, and what not.
public final class Decide {
    private Decide() {}

    /// Decides whether an incident is opened, under which number, grade and time to attend.
    ///
    /// Units: to attend by is the request's time plus `attendWithin` of the grade.
    /// Errors: never throws; refuses an unknown type or grade, a missing place, a place nobody chose, no words.
    /// Source: D1; B3 R10.
    public static Decision<IncidentEvent, IncidentRefusal> open(IncidentDay day, Open request, GradingScheme scheme) {
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
        Instant attendBy =
                row.get().attendWithin().map(request.asked().at()::plus).orElse(null);
        return switch (request.place()) {
            case PlaceGiven.Undecided undecided -> refuse(new PlaceNotChosen(undecided.candidates()));
            case PlaceGiven.Described described ->
                accept(new Opened(
                        day.next(),
                        request.type(),
                        grade,
                        request.channel(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        attendBy,
                        PersonalText.of(described.words()),
                        PersonalText.of(request.said()),
                        PersonalText.of(request.caller())));
            case PlaceGiven.Located located ->
                accept(new Opened(
                        day.next(),
                        request.type(),
                        grade,
                        request.channel(),
                        located.locality(),
                        located.point(),
                        located.borough(),
                        located.ward(),
                        located.areas(),
                        attendBy,
                        PersonalText.of(located.words()),
                        PersonalText.of(request.said()),
                        PersonalText.of(request.caller())));
        };
    }

    /// Decides what becomes of a line for the log.
    ///
    /// Errors: never throws; refuses an unknown incident and an empty line. A closed log refuses nothing: what
    /// reaches it is a report, recorded with a conflict for whoever closed it.
    /// Source: D1; ADR 0012; ARCHITECTURE, "Requests may be refused; reports may not".
    public static Decision<IncidentEvent, IncidentRefusal> addNote(Incident incident, AddNote request) {
        if (!incident.seenBy(request.asked().sight())) {
            return refuse(new UnknownIncident(request.incident()));
        }
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
    /// Errors: never throws; refuses an unknown incident, a line without words of its own, one corrected before.
    /// Source: D1; FIELD, row 21, "append-only log, corrections visible".
    public static Decision<IncidentEvent, IncidentRefusal> correctNote(Incident incident, CorrectNote request) {
        if (!incident.seenBy(request.asked().sight())) {
            return refuse(new UnknownIncident(request.incident()));
        }
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

    /// Decides whether an incident is closed.
    ///
    /// Errors: never throws; refuses an unknown incident, one closed before, a result the policy does not have.
    /// Source: D1.
    public static Decision<IncidentEvent, IncidentRefusal> close(
            Incident incident, Close request, GradingScheme scheme) {
        if (!incident.seenBy(request.asked().sight())) {
            return refuse(new UnknownIncident(request.incident()));
        }
        return switch (incident) {
            case NotOpened _ -> refuse(new UnknownIncident(request.incident()));
            case Finished _ -> refuse(new IncidentClosed(request.incident()));
            case Incident.Open _
            when scheme.result(request.result()).isEmpty() -> refuse(new UnknownResult(request.result()));
            case Incident.Open open ->
                accept(new Closed(
                        open.ref(),
                        open.log().next(),
                        request.result(),
                        request.asked().by(),
                        PersonalText.of(request.words())));
        };
    }

    /// Decides whether only named persons see the incident from now on; whoever asks is always among them.
    ///
    /// Errors: never throws; refuses an unknown incident, nobody named, no reason.
    /// Source: D1; ARCHITECTURE, "Looking is logged"; ADR 0012.
    public static Decision<IncidentEvent, IncidentRefusal> restrict(Incident incident, Restrict request) {
        if (!incident.seenBy(request.asked().sight())) {
            return refuse(new UnknownIncident(request.incident()));
        }
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
}
