package org.bluelamp.history.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.history.ExportUnreadable;
import org.bluelamp.history.HistoryEvent.Imported;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.internal.RowOutcome.Fault;
import org.bluelamp.history.internal.RowOutcome.Refused;
import org.bluelamp.history.internal.RowOutcome.Taken;

/// One pass over one file: rows are read, keyed, gathered into batches and recorded (or, in a check, compared).
class FileImport {
    private static final List<String> NOT_ODD = List.of("clock_repeated:", "text_cut:");

    private final Recording recording;
    private final boolean records;
    private final Mapping mapping;
    private final ExportFile file;
    private final Importing how;
    private final Tally tally;
    private final Facts facts = new Facts();
    private final SeenKeys seen = new SeenKeys();
    private final Map<String, Map<String, String>> named = new HashMap<>();
    private Batch batch = new Batch();

    /// `knownNames` are the names areas have already, by kind and code.
    FileImport(
            Recording recording,
            boolean records,
            Recording.Subject subject,
            Map<String, Map<String, String>> knownNames) {
        this.recording = recording;
        this.records = records;
        this.mapping = subject.mapping();
        this.file = subject.file();
        this.how = subject.how();
        this.tally = new Tally(mapping.source().id(), recording.id());
        knownNames.forEach((kind, names) -> named.put(kind, new HashMap<>(names)));
    }

    static ExportFile lookAt(Path path, Mapping mapping) {
        try {
            return ExportFile.lookAt(path, mapping.file().encoding());
        } catch (IOException unreadable) {
            throw new ExportUnreadable("The file (%s) cannot be read.".formatted(path.getFileName()), unreadable);
        }
    }

    ImportAccount run(ImportProgress progress) {
        try (CsvRows rows = open();
                RefusedRows refusedRows = new RefusedRows(how.refusedRows(), file.encoding());
                var recorder = new BatchRecorder(records ? recording::record : recording::compare)) {
            var reading = new RowReading(mapping, rows.columns());
            boolean goesOn = true;
            for (Optional<CsvRow> row = rows.next(); row.isPresent() && goesOn; row = goesOn ? rows.next() : row) {
                take(reading.read(row.get()), refusedRows);
                boolean manyRefused = tally.refusedMany();
                if (batch.full() || manyRefused) {
                    boolean news = settle(recorder) || manyRefused;
                    goesOn = !news || progress.at(tally.account(false), rows.bytesRead(), file.bytes());
                    if (goesOn) {
                        handOver(recorder);
                    }
                }
            }
            if (goesOn) {
                settle(recorder);
                handOver(recorder);
            }
            settle(recorder);
            return finish(goesOn, progress, rows.bytesRead());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ImportAccount finish(boolean complete, ImportProgress progress, long bytesRead) {
        ImportAccount account = tally.account(complete);
        if (records) {
            recording.end(account);
        }
        progress.at(account, bytesRead, file.bytes());
        return account;
    }

    /// Counts the batch that was being recorded, once it is committed; false where there was none.
    private boolean settle(BatchRecorder recorder) {
        Optional<BatchRecorder.Recorded> settled = recorder.await();
        settled.ifPresent(recorded -> {
            Recording.Counts counts = recorded.counts();
            tally.count(counts.imported(), counts.same(), counts.revised());
            recorded.batch().rows().forEach(row -> tally.flags(row.facts().flags()));
        });
        return settled.isPresent();
    }

    /// Has the rows read so far recorded while the next are read.
    private void handOver(BatchRecorder recorder) {
        if (!batch.isEmpty()) {
            recorder.begin(batch);
            batch = new Batch();
        }
    }

    private CsvRows open() throws IOException {
        return new CsvRows(
                file.open(), mapping.file().delimiter(), mapping.file().quote(), file.encoding());
    }

    private void take(RowOutcome outcome, RefusedRows refusedRows) throws IOException {
        switch (outcome) {
            case Refused refused -> refuse(refused, refusedRows);
            case Taken taken -> {
                Taken keyed = keyed(taken);
                List<String> odd = keyed.facts().flags().stream()
                        .filter(flag -> NOT_ODD.stream().noneMatch(flag::startsWith))
                        .toList();
                if (how.strict() && !odd.isEmpty()) {
                    String reason = "is odd (%s), and odd rows are refused".formatted(String.join(", ", odd));
                    int line = keyed.facts().line();
                    refuse(new Refused(line, List.of(new Fault(0, "row", reason)), taken.raw()), refusedRows);
                } else {
                    add(keyed);
                }
            }
        }
    }

    private void refuse(Refused refused, RefusedRows refusedRows) throws IOException {
        tally.refuse(refused);
        refusedRows.add(refused);
    }

    private Taken keyed(Taken taken) {
        Imported row = taken.facts();
        int ordinal = seen.ordinal(row.key());
        var flags = new ArrayList<>(row.flags());
        if (ordinal > 1) {
            flags.add("repeated_key");
        }
        String key = ordinal == 1 ? row.key() : Keys.repeated(row.key(), ordinal);
        return taken.with(facts.keyed(row, key, flags));
    }

    private void add(Taken row) {
        batch.add(row);
        row.namedAreas().forEach((kind, name) -> {
            String code = row.facts().areas().get(kind);
            Map<String, String> names = named.computeIfAbsent(kind, _ -> new HashMap<>());
            if (code != null && names.putIfAbsent(code, name) == null) {
                batch.name(kind, code, name);
            }
        });
    }
}
