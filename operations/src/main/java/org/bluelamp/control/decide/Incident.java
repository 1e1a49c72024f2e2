package org.bluelamp.control.decide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.NoteAdded;
import org.bluelamp.control.IncidentEvent.NoteCorrected;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentEvent.ReportedAfterClose;
import org.bluelamp.control.IncidentEvent.Restricted;
import org.bluelamp.control.Sight;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;

/// An incident as its log leaves it, one type for each stage.
public sealed interface Incident {

    /// Nothing is recorded under this number.
    record NotOpened() implements Incident {}

    /// Somebody still has something to do.
    record Open(IncidentRef ref, Log log, Visibility visibility) implements Incident {
        private Incident next(IncidentEvent event) {
            Log after = logAfter(log, event);
            Visibility seen = visibility.after(event);
            return switch (event) {
                case Closed closed -> new Finished(ref, after, seen, closed.by());
                case Opened _, NoteAdded _, NoteCorrected _, ReportedAfterClose _, Restricted _ ->
                    new Open(ref, after, seen);
            };
        }
    }

    /// It was closed by `closedBy`; reports still reach its log.
    record Finished(IncidentRef ref, Log log, Visibility visibility, ActorId closedBy) implements Incident {
        private Incident next(IncidentEvent event) {
            return new Finished(ref, logAfter(log, event), visibility.after(event), closedBy);
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

        Log withWords(int line) {
            return new Log(line, with(worded, line), corrected);
        }

        Log withoutWords(int line) {
            return new Log(line, worded, corrected);
        }

        Log correcting(int line) {
            return new Log(lines, worded, with(corrected, line));
        }

        private static Set<Integer> with(Set<Integer> set, int line) {
            var all = new HashSet<>(set);
            all.add(line);
            return all;
        }
    }

    /// Who may see an incident: those of its borough and of the whole service; once restricted, only the persons
    /// named, wherever they are. While nobody knows its borough, an incident is everybody's.
    record Visibility(@Nullable BoroughCode borough, Set<ActorId> restrictedTo) {
        public Visibility {
            restrictedTo = Set.copyOf(restrictedTo);
        }

        boolean to(Sight sight) {
            return restrictedTo.isEmpty()
                    ? borough == null || sight.within() == null || borough.equals(sight.within())
                    : restrictedTo.contains(sight.person());
        }

        private Visibility after(IncidentEvent event) {
            return switch (event) {
                case Restricted restricted -> new Visibility(borough, Set.copyOf(restricted.persons()));
                case Opened _, NoteAdded _, ReportedAfterClose _, NoteCorrected _, Closed _ -> this;
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
        return switch (event) {
            case Opened first -> new Open(first.incident(), Log.OPENING, new Visibility(first.borough(), Set.of()));
            case NoteAdded _, NoteCorrected _, ReportedAfterClose _, Closed _, Restricted _ ->
                throw new IllegalStateException("The incident (%s) was never opened.".formatted(event.incident()));
        };
    }

    /// What one more event makes of the log.
    private static Log logAfter(Log log, IncidentEvent event) {
        return switch (event) {
            case Opened _ ->
                throw new IllegalStateException("The incident (%s) was opened twice.".formatted(event.incident()));
            case NoteAdded note -> log.withWords(note.line());
            case ReportedAfterClose report -> log.withWords(report.line());
            case NoteCorrected correction -> log.withWords(correction.line()).correcting(correction.corrects());
            case Closed closed -> log.withoutWords(closed.line());
            case Restricted restricted -> log.withoutWords(restricted.line());
        };
    }
}
