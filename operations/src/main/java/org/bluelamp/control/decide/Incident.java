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
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.IncidentRef;

/// An incident as its log leaves it, one type for each stage.
public sealed interface Incident {

    /// Nothing is recorded under this number.
    record NotOpened() implements Incident {}

    /// Somebody still has something to do.
    record Open(IncidentRef ref, Log log, Set<ActorId> restrictedTo) implements Incident {
        private Incident next(IncidentEvent event) {
            Log after = logAfter(log, event);
            Set<ActorId> seen = seenBy(restrictedTo, event);
            return switch (event) {
                case Closed closed -> new Finished(ref, after, seen, closed.by());
                case Opened _, NoteAdded _, NoteCorrected _, ReportedAfterClose _, Restricted _ ->
                    new Open(ref, after, seen);
            };
        }
    }

    /// It was closed by `closedBy`; reports still reach its log.
    record Finished(IncidentRef ref, Log log, Set<ActorId> restrictedTo, ActorId closedBy) implements Incident {
        private Incident next(IncidentEvent event) {
            return new Finished(ref, logAfter(log, event), seenBy(restrictedTo, event), closedBy);
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

    static Incident from(List<IncidentEvent> events) {
        Incident incident = new NotOpened();
        for (IncidentEvent event : events) {
            incident = incident.after(event);
        }
        return incident;
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
            case Opened first -> new Open(first.incident(), Log.OPENING, Set.of());
            case NoteAdded _, NoteCorrected _, ReportedAfterClose _, Closed _, Restricted _ ->
                throw new IllegalStateException("The incident (%s) was never opened.".formatted(event.incident()));
        };
    }

    /// What one more event makes of the log and of who may see it.
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

    private static Set<ActorId> seenBy(Set<ActorId> before, IncidentEvent event) {
        return switch (event) {
            case Restricted restricted -> Set.copyOf(restricted.persons());
            case Opened _, NoteAdded _, ReportedAfterClose _, NoteCorrected _, Closed _ -> before;
        };
    }
}
