package org.bluelamp.history.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.history.Histories;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.ImportView;
import org.bluelamp.history.Importing;
import org.bluelamp.history.IncidentLine;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.MappingFaults;
import org.bluelamp.history.Preview;
import org.bluelamp.history.SourceView;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClock;
import org.springframework.stereotype.Service;

/// Imported history on the journal.
@Service
class JournalledHistories implements Histories {
    private final Journal journal;
    private final ServiceClock clock;
    private final IncidentList incidents;
    private final SourceList sources;
    private final ImportList imports;

    JournalledHistories(
            Journal journal, ServiceClock clock, IncidentList incidents, SourceList sources, ImportList imports) {
        this.journal = journal;
        this.clock = clock;
        this.incidents = incidents;
        this.sources = sources;
        this.imports = imports;
    }

    @Override
    public Mapping mapping(String yaml) {
        return MappingReader.read(yaml);
    }

    @Override
    public Preview preview(Path path, Mapping mapping, int rows) {
        ExportFile file = FileImport.lookAt(path, mapping);
        try (CsvRows csv = new CsvRows(
                file.open(), mapping.file().delimiter(), mapping.file().quote(), file.encoding())) {
            var shown = new ArrayList<Preview.Row>();
            List<MappingFaults.Fault> faults = List.of();
            try {
                var reading = new RowReading(mapping, csv.columns());
                var previewing = new Previewing(mapping.zone());
                Optional<CsvRow> row = csv.next();
                while (row.isPresent() && shown.size() < Math.min(rows, Preview.ROWS_MAX)) {
                    shown.add(previewing.row(row.get(), reading.read(row.get())));
                    row = csv.next();
                }
            } catch (MappingFaults missing) {
                faults = missing.faults();
            }
            return new Preview(
                    csv.delimiter() == '\t' ? "tab" : String.valueOf(csv.delimiter()),
                    file.encoding().name().replace('_', '-'),
                    file.gzipped(),
                    file.torn(),
                    file.bytes(),
                    csv.columns(),
                    MappedColumns.readAs(mapping),
                    faults,
                    shown);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public ImportAccount check(Path file, Mapping mapping, Importing how, ImportProgress progress) {
        return pass(file, mapping, how, false).run(progress);
    }

    @Override
    public ImportAccount run(Path file, Mapping mapping, Importing how, ImportProgress progress) {
        return pass(file, mapping, how, true).run(progress);
    }

    private FileImport pass(Path path, Mapping mapping, Importing how, boolean records) {
        var subject = new Recording.Subject(mapping, FileImport.lookAt(path, mapping), how);
        var recording = new Recording(journal, incidents, clock, subject);
        var names = new HashMap<String, Map<String, String>>();
        mapping.areas()
                .forEach(area ->
                        names.put(area.kind(), areaNames(mapping.source().id(), area.kind())));
        return new FileImport(recording, records, subject, names);
    }

    @Override
    public List<SourceView> sources() {
        return sources.all();
    }

    @Override
    public Optional<SourceView> source(String source) {
        return sources.one(source);
    }

    @Override
    public Map<String, String> areaNames(String source, String kind) {
        return incidents.names(source, kind);
    }

    @Override
    public List<ImportView> imports(int limit) {
        return imports.newest(limit);
    }

    @Override
    public List<Recorded<HistoryEvent.OfIncident>> find(String source, String key) {
        return Recording.entries(journal, source, key);
    }

    @Override
    public List<IncidentLine> incidents(String source, LocalDate from, LocalDate to, int limit) {
        return incidents.lines(source, from, to, Math.min(limit, LINES_MAX));
    }
}
