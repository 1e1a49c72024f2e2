package org.bluelamp.history;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Recorded;

/// The way in to imported history.
public interface Histories {

    /// The most rows recorded in one batch; with the areas they name, a batch stays within `Journal.BATCH_MAX`.
    int BATCH_ROWS = 900;

    /// The most lines one list of incidents holds.
    int LINES_MAX = 1_000;

    /// Reads a mapping file. Errors: `MappingFaults` with all its faults.
    Mapping mapping(String yaml);

    /// How the first rows of the file read, at most `Preview.ROWS_MAX`.
    /// Errors: `ExportUnreadable` where it is no such file at all.
    Preview preview(Path file, Mapping mapping, int rows);

    /// Reads the whole file and says what an import would do; records nothing.
    /// Errors: `ExportUnreadable`; `MappingFaults` where the file lacks columns the mapping names.
    ImportAccount check(Path file, Mapping mapping, Importing how, ImportProgress progress);

    /// Imports the file: rows not yet known are recorded, rows that changed are recorded as revised, equal ones are
    /// passed over. May be repeated after anything whatever, and adds nothing that is there.
    /// Errors: as above. An import that changes nothing and was finished before leaves no entry at all.
    ImportAccount run(Path file, Mapping mapping, Importing how, ImportProgress progress);

    /// Every source that was declared, by its name.
    List<SourceView> sources();

    Optional<SourceView> source(String source);

    /// What the areas of a kind are called, by their codes.
    java.util.Map<String, String> areaNames(String source, String kind);

    /// The newest imports first, at most `limit`.
    List<ImportView> imports(int limit);

    /// Every entry about an incident, oldest first; empty for one that is not known.
    List<Recorded<HistoryEvent.OfIncident>> find(String source, String key);

    /// Incidents of a source between two days, both counted, in the order of day, hour and key, after the line with
    /// the key `afterKey` of `from` where one is given; at most `LINES_MAX`.
    List<IncidentLine> incidents(String source, LocalDate from, LocalDate to, int limit);
}
