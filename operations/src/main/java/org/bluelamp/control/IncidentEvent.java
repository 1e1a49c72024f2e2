package org.bluelamp.control;

import java.time.Instant;
import java.util.List;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to an incident. Never renamed once released; a changed meaning is a new event.
///
/// Lines of a log are numbered from 1 within the incident: the opening is line 1.
public sealed interface IncidentEvent {
    IncidentRef incident();

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
            implements IncidentEvent {}

    /// A line was written into the log of an open incident.
    record NoteAdded(IncidentRef incident, int line, PersonalText words) implements IncidentEvent {}

    /// A report reached the log after it was closed; it is for `conflictFor`, who closed it, to see what follows.
    record ReportedAfterClose(IncidentRef incident, int line, ActorId conflictFor, PersonalText words)
            implements IncidentEvent {}

    /// Line `corrects` was put right by line `line`; its old words stay.
    record NoteCorrected(IncidentRef incident, int line, int corrects, PersonalText words) implements IncidentEvent {}

    /// It was closed with a result of the policy; a closed log stays readable.
    record Closed(IncidentRef incident, int line, String result, ActorId by, PersonalText words)
            implements IncidentEvent {}

    /// Only these persons may see it from now on, in the order of their numbers.
    record Restricted(IncidentRef incident, int line, List<ActorId> persons, PersonalText reason)
            implements IncidentEvent {
        public Restricted {
            persons = List.copyOf(persons);
        }
    }
}
