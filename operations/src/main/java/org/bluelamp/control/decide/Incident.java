package org.bluelamp.control.decide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.Reopened;
import org.bluelamp.control.Sight;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;

/// An incident as its log leaves it, one type for each stage.
public sealed interface Incident {

    /// Nothing is recorded under this number.
    record NotOpened() implements Incident {}

    /// Somebody still has something to do.
    record Open(IncidentRef ref, Log log, Visibility visibility, Course course) implements Incident {
        /// Whether a unit is to be sent still, or again.
        public boolean needsUnit() {
            return course.needsUnit() && course.ends().result() == null;
        }

        public Grade grade() {
            return course.grade();
        }

        private Incident next(IncidentEvent event) {
            Log written = log.after(event);
            Visibility seen = visibility.after(event);
            Course gone = course.after(event);
            return event instanceof Closed closed
                    ? new Finished(ref, written, seen, gone, closed.by())
                    : new Open(ref, written, seen, gone);
        }
    }

    /// It was closed by `closedBy`; reports still reach its log.
    record Finished(IncidentRef ref, Log log, Visibility visibility, Course course, ActorId closedBy)
            implements Incident {
        private Incident next(IncidentEvent event) {
            Log written = log.after(event);
            Visibility seen = visibility.after(event);
            Course gone = course.after(event);
            return event instanceof Reopened
                    ? new Open(ref, written, seen, gone)
                    : new Finished(ref, written, seen, gone, closedBy);
        }
    }

    /// The lines of a log: which can be put right, and which were. Lines count from 1.
    record Log(int lines, Set<Integer> worded, Set<Integer> corrected) {
        static final Log OPENING = new Log(1, Set.of(1), Set.of());

        public Log {
            worded = Set.copyOf(worded);
            corrected = Set.copyOf(corrected);
        }

        public int next() {
            return lines + 1;
        }

        /// The log after one more event.
        ///
        /// Errors: `IllegalStateException` for a second opening, which is a defect of the record.
        Log after(IncidentEvent event) {
            return switch (event) {
                case Opened _ ->
                    throw new IllegalStateException("The incident (%s) was opened twice.".formatted(event.incident()));
                case IncidentEvent.NoteAdded _, IncidentEvent.ReportedAfterClose _, IncidentEvent.CallerLinked _ ->
                    new Log(event.line(), with(worded, event.line()), corrected);
                case IncidentEvent.NoteCorrected correction ->
                    new Log(event.line(), with(worded, event.line()), with(corrected, correction.corrects()));
                case IncidentEvent.LiesNear _,
                        IncidentEvent.Restricted _,
                        IncidentEvent.PassedOn _,
                        IncidentEvent.Grading _,
                        IncidentEvent.Despatch _,
                        IncidentEvent.SameAs _,
                        IncidentEvent.DuplicateLinked _,
                        IncidentEvent.RelatedTo _,
                        IncidentEvent.Ending _ -> new Log(event.line(), worded, corrected);
            };
        }

        private static Set<Integer> with(Set<Integer> set, int line) {
            var all = new HashSet<>(set);
            all.add(line);
            return all;
        }
    }

    /// Who may see an incident: those of its borough, of a borough whose border is near, and of the whole
    /// service; once restricted, only the persons named, wherever they are. While nobody knows its borough, it
    /// is everybody's.
    record Visibility(@Nullable BoroughCode borough, Set<BoroughCode> near, Set<ActorId> restrictedTo) {
        public Visibility {
            near = Set.copyOf(near);
            restrictedTo = Set.copyOf(restrictedTo);
        }

        boolean to(Sight sight) {
            BoroughCode within = sight.within();
            return restrictedTo.isEmpty()
                    ? borough == null || within == null || borough.equals(within) || near.contains(within)
                    : restrictedTo.contains(sight.person());
        }

        private Visibility after(IncidentEvent event) {
            return switch (event) {
                case IncidentEvent.Restricted restricted ->
                    new Visibility(borough, near, Set.copyOf(restricted.persons()));
                case IncidentEvent.LiesNear lies -> new Visibility(borough, Set.copyOf(lies.boroughs()), restrictedTo);
                case Opened _,
                        IncidentEvent.NoteAdded _,
                        IncidentEvent.ReportedAfterClose _,
                        IncidentEvent.NoteCorrected _,
                        IncidentEvent.PassedOn _,
                        IncidentEvent.Grading _,
                        IncidentEvent.Despatch _,
                        IncidentEvent.Link _,
                        IncidentEvent.Ending _ -> this;
            };
        }
    }

    static Incident from(List<IncidentEvent> events) {
        Incident incident = new NotOpened();
        for (IncidentEvent event : events) {
            incident = incident.after(event);
        }
        return incident;
    }

    /// Whether somebody may see it.
    default boolean seenBy(Sight sight) {
        return switch (this) {
            case NotOpened _ -> false;
            case Open open -> open.visibility().to(sight);
            case Finished finished -> finished.visibility().to(sight);
        };
    }

    /// The incident after one more event.
    ///
    /// Errors: `IllegalStateException` for an event that cannot follow, which is a defect of the record.
    default Incident after(IncidentEvent event) {
        return switch (this) {
            case NotOpened _ -> opened(event);
            case Open open -> open.next(event);
            case Finished finished -> finished.next(event);
        };
    }

    private static Incident opened(IncidentEvent event) {
        if (event instanceof Opened first) {
            return new Open(
                    first.incident(),
                    Log.OPENING,
                    new Visibility(first.borough(), Set.of(), Set.of()),
                    Course.opened(first));
        }
        throw new IllegalStateException("The incident (%s) was never opened.".formatted(event.incident()));
    }
}
