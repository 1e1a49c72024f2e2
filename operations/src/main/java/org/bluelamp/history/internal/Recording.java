package org.bluelamp.history.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.HistoryEvent.OfIncident;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportEvent;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.Mapping.Area;
import org.bluelamp.history.Mapping.Interval;
import org.bluelamp.history.Mapping.TimeColumn;
import org.bluelamp.history.internal.IncidentList.Standing;
import org.bluelamp.history.internal.RowOutcome.Taken;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Happened.Precision;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.StreamRead;

/// Puts what one import finds on the record: first that it started, and only once there is something to say; then
/// batches of incidents, each at the version of its stream that was looked up; then how it ended.
class Recording {
    private static final String SOURCE_OF_TIME = "import";

    private final Journal journal;
    private final IncidentList list;
    private final ServiceClock clock;
    private final Mapping mapping;
    private final ExportFile file;
    private final Importing how;
    private final String id;
    private Optional<Long> started = Optional.empty();

    Recording(Journal journal, IncidentList list, ServiceClock clock, Subject subject) {
        this.journal = journal;
        this.list = list;
        this.clock = clock;
        this.mapping = subject.mapping();
        this.file = subject.file();
        this.how = subject.how();
        this.id = "%s-%s-%s"
                .formatted(
                        mapping.source().id(),
                        file.sha256().substring(0, 12),
                        mapping.hash().substring(0, 8));
    }

    /// What is imported, how it is read, and by whom.
    record Subject(Mapping mapping, ExportFile file, Importing how) {}

    /// How many rows of a batch were new, known and equal, known and different.
    record Counts(long imported, long same, long revised) {}

    String id() {
        return id;
    }

    /// Compares a batch with what stands, without recording anything.
    Counts compare(Batch batch) {
        return counts(batch, list.standing(mapping.source().id(), batch.keys()));
    }

    /// Records a batch. Where another import was faster, what stands is read again from the streams themselves.
    Counts record(Batch batch) {
        return Journal.retrying(attempt -> {
            Map<String, Standing> standing =
                    attempt == 1 ? list.standing(mapping.source().id(), batch.keys()) : fromStreams(batch.keys());
            var appends = new ArrayList<Append>();
            for (Taken row : batch.rows()) {
                append(row, Optional.ofNullable(standing.get(row.facts().key())))
                        .ifPresent(appends::add);
            }
            appends.addAll(names(batch.names()));
            if (!appends.isEmpty()) {
                journal.appendBatch(appends);
            }
            return counts(batch, standing);
        });
    }

    private static Counts counts(Batch batch, Map<String, Standing> standing) {
        long same = 0;
        long revised = 0;
        for (Taken row : batch.rows()) {
            Standing before = standing.get(row.facts().key());
            if (before != null) {
                boolean equal = before.rowHash().equals(row.facts().rowHash());
                same += equal ? 1 : 0;
                revised += equal ? 0 : 1;
            }
        }
        return new Counts(batch.rows().size() - same - revised, same, revised);
    }

    private Optional<Append> append(Taken row, Optional<Standing> before) {
        if (before.filter(standing -> standing.rowHash().equals(row.facts().rowHash()))
                .isPresent()) {
            return Optional.empty();
        }
        Act act = act(
                new Happened(row.happened(), row.precision(), mapping.source().id()), List.of(start()));
        StreamId stream = incidentStream(mapping.source().id(), row.facts().key());
        OfIncident event = before.isPresent() ? Facts.revised(row.facts()) : row.facts();
        long version = before.map(Standing::version).orElse(0L);
        return Optional.of(new Append(act, Map.of(stream, version), List.of(new Append.Written(stream, event))));
    }

    private List<Append> names(Map<String, Map<String, String>> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var source = journal.read(sourceStream(mapping.source().id()), HistoryEvent.class);
        long version = source.version();
        var appends = new ArrayList<Append>();
        for (Map.Entry<String, Map<String, String>> kind : names.entrySet()) {
            appends.add(Append.by(actNow(List.of(start())))
                    .restingOn(source.stream(), version++)
                    .write(
                            source.stream(),
                            new HistoryEvent.AreasNamed(mapping.source().id(), kind.getKey(), kind.getValue())));
        }
        return appends;
    }

    private Map<String, Standing> fromStreams(List<String> keys) {
        var standing = new HashMap<String, Standing>();
        for (String key : keys) {
            StreamRead<OfIncident> read =
                    journal.read(incidentStream(mapping.source().id(), key), OfIncident.class);
            if (!read.entries().isEmpty()) {
                standing.put(
                        key,
                        new Standing(
                                key, read.version(), read.events().getLast().rowHash()));
            }
        }
        return standing;
    }

    /// The position of the entry that says this import started; written the first time it is asked for.
    private long start() {
        if (started.isEmpty()) {
            declare();
            started = Optional.of(append(new ImportEvent.Started(
                    id,
                    mapping.source().id(),
                    how.fileName().orElseGet(() -> file.path().getFileName().toString()),
                    file.sha256(),
                    file.storedBytes(),
                    mapping.hash(),
                    mapping.version(),
                    how.strict())));
        }
        return started.get();
    }

    private void declare() {
        Journal.retrying(_ -> {
            var source = journal.read(sourceStream(mapping.source().id()), HistoryEvent.class);
            boolean asBefore = source.events().stream()
                    .filter(HistoryEvent.Declared.class::isInstance)
                    .map(HistoryEvent.Declared.class::cast)
                    .reduce((_, last) -> last)
                    .filter(declared -> declared.mappingHash().equals(mapping.hash()))
                    .isPresent();
            if (!asBefore) {
                journal.append(Append.by(actNow(List.of())).restingOn(source).write(source.stream(), declaration()));
            }
            return asBefore;
        });
    }

    private HistoryEvent.Declared declaration() {
        var precisions = new HashMap<String, Precision>();
        for (TimeColumn time : mapping.times()) {
            precisions.put(time.name(), time.precision());
        }
        var definitions = new HashMap<String, String>();
        for (Interval interval : mapping.intervals()) {
            definitions.put(interval.name(), interval.definition());
        }
        return new HistoryEvent.Declared(
                mapping.source().id(),
                mapping.source().name(),
                mapping.source().agency(),
                mapping.zone().getId(),
                precisions,
                mapping.intervals().stream().map(Interval::name).toList(),
                definitions,
                mapping.headline(),
                mapping.grades().map(Mapping.Grades::known).orElse(List.of()),
                mapping.grades().map(Mapping.Grades::top).orElse(List.of()),
                mapping.areas().stream().map(Area::kind).toList(),
                mapping.source().licence(),
                mapping.source().attribution(),
                mapping.version(),
                mapping.hash(),
                mapping.text());
    }

    /// Records how the import ended, unless it changed nothing and a complete one of the same file said the same.
    void end(ImportAccount account) {
        if (started.isEmpty() && account.complete() && finishedBefore(account.refused())) {
            return;
        }
        start();
        append(
                account.complete()
                        ? new ImportEvent.Finished(
                                id,
                                account.rows(),
                                account.imported(),
                                account.same(),
                                account.revised(),
                                account.refused(),
                                account.flagged())
                        : new ImportEvent.Stopped(
                                id,
                                account.rows(),
                                account.imported(),
                                account.same(),
                                account.revised(),
                                account.refused()));
    }

    private boolean finishedBefore(long refused) {
        List<ImportEvent> events =
                journal.read(importStream(id), ImportEvent.class).events();
        return !events.isEmpty()
                && events.getLast() instanceof ImportEvent.Finished finished
                && finished.refused() == refused;
    }

    private long append(ImportEvent event) {
        return Journal.retrying(_ -> {
            var read = journal.read(importStream(id), ImportEvent.class);
            List<Long> cause = started.map(List::of).orElse(List.of());
            Appended appended =
                    journal.append(Append.by(actNow(cause)).restingOn(read).write(read.stream(), event));
            return switch (appended) {
                case Appended.Done done -> done.last();
                case Appended.Repeated repeated ->
                    throw new IllegalStateException("An import has no request key (%s).".formatted(repeated.answer()));
            };
        });
    }

    private Act actNow(List<Long> causedBy) {
        return act(new Happened(now(), Precision.MICROSECOND, SOURCE_OF_TIME), causedBy);
    }

    private Instant now() {
        return clock.now();
    }

    private Act act(Happened happened, List<Long> causedBy) {
        return new Act(
                how.by(),
                how.role(),
                how.by(),
                EnteredHow.IMPORT,
                Optional.empty(),
                happened,
                causedBy,
                Optional.empty(),
                List.of());
    }

    static StreamId incidentStream(String source, String key) {
        return new StreamId("history/" + source + "/" + key);
    }

    static StreamId sourceStream(String source) {
        return new StreamId("history-source/" + source);
    }

    static StreamId importStream(String id) {
        return new StreamId("import/" + id);
    }

    /// Every entry about an incident.
    static List<Recorded<OfIncident>> entries(Journal journal, String source, String key) {
        return journal.read(incidentStream(source, key), OfIncident.class).entries();
    }
}
