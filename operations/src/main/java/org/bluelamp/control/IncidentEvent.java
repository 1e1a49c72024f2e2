package org.bluelamp.control;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to an incident. Never renamed once released; a changed meaning is a new event.
///
/// Every event is a line of its log; lines are numbered from 1, the opening.
public sealed interface IncidentEvent {
    IncidentRef incident();

    int line();

    /// What was said in it in people's own words; empty where nothing was.
    default List<PersonalText> spoken() {
        return switch (this) {
            case Opened e -> List.of(e.place(), e.said(), e.caller());
            case NoteAdded e -> List.of(e.words());
            case ReportedAfterClose e -> List.of(e.words());
            case NoteCorrected e -> List.of(e.words());
            case Restricted e -> List.of(e.reason());
            case Assessed e -> List.of(e.words());
            case Regraded e -> List.of(e.reason());
            case RegradeAsked e -> List.of(e.reason());
            case RegradeDeclined e -> List.of(e.reason());
            case AppointmentMade e -> List.of(e.words());
            case UnitReleased e -> List.of(e.reason());
            case CallerLinked e -> List.of(e.caller(), e.words());
            case Resulted e -> List.of(e.words());
            case Closed e -> List.of(e.words());
            case Reopened e -> List.of(e.reason());
            case LiesNear _,
                    PassedOn _,
                    UnitAssigned _,
                    UnitStatusSaid _,
                    UnitRestored _,
                    SameAs _,
                    DuplicateLinked _,
                    RelatedTo _,
                    Coded _ -> List.of();
        };
    }

    /// What is said and seen.
    sealed interface Log extends IncidentEvent {}

    /// How urgent it is.
    sealed interface Grading extends IncidentEvent {}

    /// What is sent to it. Each stands on the stream of the unit as well.
    sealed interface Despatch extends IncidentEvent {
        TourRef unit();
    }

    /// What it has to do with others.
    sealed interface Link extends IncidentEvent {}

    /// How it ends, and whether it goes on.
    sealed interface Ending extends IncidentEvent {}

    /// What makes an incident graver than its grade alone.
    enum Risk {
        LIFE,
        WEAPON,
        VULNERABLE,
        REPEAT
    }

    /// How a unit's part in an incident came to an end.
    enum Release {
        STOOD_DOWN,
        /// Sent to another incident; the need it met is open again with its first clock.
        DIVERTED,
        FINISHED,
        /// The assignment was a slip, taken back within a short time.
        UNDONE,
        WENT_OFF
    }

    /// Why an incident passed to another desk.
    enum Passing {
        BY_HAND,
        BREAK,
        SIGNED_OFF,
        CONNECTION_LOST,
        RETURNED,
        ON_CALL_NAMED
    }

    /// It was opened: line 1 of its log. `locality` is the street or district without a number, for lists;
    /// `attendBy` is when the grade in force wants somebody there, if it names a time.
    record Opened(
            IncidentRef incident,
            String type,
            Grade grade,
            Channel channel,
            @Nullable String locality,
            @Nullable Coordinate point,
            @Nullable BoroughCode borough,
            @Nullable String ward,
            @Nullable String areas,
            @Nullable Instant attendBy,
            PersonalText place,
            PersonalText said,
            PersonalText caller)
            implements Log {
        @Override
        public int line() {
            return 1;
        }
    }

    /// It lies so near their border that these boroughs see it too.
    record LiesNear(IncidentRef incident, int line, List<BoroughCode> boroughs) implements Log {
        public LiesNear {
            boroughs = List.copyOf(boroughs);
        }
    }

    /// A line was written into the log of an open incident.
    record NoteAdded(IncidentRef incident, int line, PersonalText words) implements Log {}

    /// A report reached the log after it was closed; it is for `conflictFor`, who closed it, to see what follows.
    record ReportedAfterClose(IncidentRef incident, int line, ActorId conflictFor, PersonalText words) implements Log {}

    /// Line `corrects` was put right by line `line`; its old words stay.
    record NoteCorrected(IncidentRef incident, int line, int corrects, PersonalText words) implements Log {}

    /// Only these persons may see it from now on, in the order of their numbers.
    record Restricted(IncidentRef incident, int line, List<ActorId> persons, PersonalText reason) implements Log {
        public Restricted {
            persons = List.copyOf(persons);
        }
    }

    /// Who had the next action: the desk where they were, and the person, if anybody could be named.
    record Keeper(String desk, @Nullable ActorId person) {}

    /// The next action passed to somebody else: to another desk by hand, or since somebody left theirs or came back.
    record PassedOn(IncidentRef incident, int line, Keeper from, Keeper to, Passing why) implements Log {}

    /// It has these risks now; `reassessBy` is when somebody is to look again, while it waits.
    record Assessed(
            IncidentRef incident,
            int line,
            Set<Risk> risks,
            @Nullable Instant reassessBy,
            PersonalText words) implements Grading {
        public Assessed {
            risks = Set.copyOf(risks);
        }
    }

    /// It has another grade; the clock still runs from the opening.
    record Regraded(
            IncidentRef incident,
            int line,
            Grade from,
            Grade grade,
            @Nullable Instant attendBy,
            PersonalText reason) implements Grading {}

    /// Somebody asks a supervisor for another grade.
    record RegradeAsked(
            IncidentRef incident, int line, @Nullable Grade grade, PersonalText reason) implements Grading {}

    /// The grade stays, and why.
    record RegradeDeclined(IncidentRef incident, int line, PersonalText reason) implements Grading {}

    /// Somebody will be there at an agreed time, which is now the time to attend by.
    record AppointmentMade(IncidentRef incident, int line, Instant from, Instant until, PersonalText words)
            implements Grading {}

    /// A unit was sent; `divertedFrom` is the incident it left for this one.
    record UnitAssigned(
            IncidentRef incident,
            int line,
            TourRef unit,
            @Nullable IncidentRef divertedFrom) implements Despatch {}

    /// A unit said where it stands with the incident. Where that does not fit what is known, it is for
    /// `conflictFor` to see what follows.
    record UnitStatusSaid(
            IncidentRef incident,
            int line,
            TourRef unit,
            UnitStatus status,
            @Nullable ActorId conflictFor) implements Despatch {}

    /// A unit is no longer committed to it; `to` is the incident it was diverted to.
    record UnitReleased(
            IncidentRef incident,
            int line,
            TourRef unit,
            Release how,
            @Nullable IncidentRef to,
            PersonalText reason) implements Despatch {}

    /// A release was a slip: the unit is committed again as it was.
    record UnitRestored(IncidentRef incident, int line, TourRef unit, UnitStatus status) implements Despatch {}

    /// It is the same as another, which is dealt with there; its own log stays.
    record SameAs(IncidentRef incident, int line, IncidentRef other) implements Link {}

    /// Another incident turned out to be this one.
    record DuplicateLinked(IncidentRef incident, int line, IncidentRef duplicate) implements Link {}

    /// It has to do with another.
    record RelatedTo(IncidentRef incident, int line, IncidentRef other) implements Link {}

    /// One more caller reported it; `contact` names the contact.
    record CallerLinked(
            IncidentRef incident, int line, String contact, Channel channel, PersonalText caller, PersonalText words)
            implements Link {}

    /// What came of it, said by whoever dealt with it.
    record Resulted(IncidentRef incident, int line, String result, PersonalText words) implements Ending {}

    /// How it counts: the crime's number, or why it is no crime; the national category.
    record Coded(
            IncidentRef incident,
            int line,
            @Nullable String crimeNumber,
            @Nullable String noCrime,
            @Nullable String category)
            implements Ending {}

    /// It was closed with a result of the policy; a closed log stays readable.
    record Closed(IncidentRef incident, int line, String result, ActorId by, PersonalText words) implements Ending {}

    /// It goes on after all, with the clock it had.
    record Reopened(IncidentRef incident, int line, PersonalText reason) implements Ending {}
}
