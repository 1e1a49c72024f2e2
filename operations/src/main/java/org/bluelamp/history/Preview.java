package org.bluelamp.history;

import java.util.List;
import java.util.Map;

/// How the first rows of a file read under a mapping, before anything is imported.
///
/// `readAs` says, for each column the mapping reads, what it is read as. `delimiter` and `encoding` as given or found;
/// `bytes` of text; `faults` what the mapping names and the file lacks.
public record Preview(
        String delimiter,
        String encoding,
        boolean gzipped,
        boolean brokenOff,
        long bytes,
        List<String> columns,
        Map<String, List<String>> readAs,
        List<MappingFaults.Fault> faults,
        List<Row> rows) {

    /// The most rows a preview shows.
    public static final int ROWS_MAX = 20;

    public Preview {
        columns = List.copyOf(columns);
        readAs = Map.copyOf(readAs);
        faults = List.copyOf(faults);
        rows = List.copyOf(rows);
    }

    /// One row: what each field of an incident became, and which columns are at fault, by their number from 1 (0 is
    /// the row as a whole).
    public record Row(
            int line, List<String> cells, Map<String, String> fields, Map<Integer, String> faults, List<String> flags) {
        public Row {
            cells = List.copyOf(cells);
            flags = List.copyOf(flags);
        }
    }
}
