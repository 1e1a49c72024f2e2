package org.bluelamp.history.internal;

import java.util.List;

/// One row of a file, or why it is none. Units: `line` and `column` count from 1; column 0 is the row as a whole.
sealed interface CsvRow {
    int line();

    /// The row as it stands in the file; for a broken one its start.
    byte[] raw();

    /// A row with its fields, as text.
    record Read(int line, List<String> fields, byte[] raw) implements CsvRow {}

    /// A row that cannot be taken apart.
    record Broken(int line, int column, String reason, byte[] raw) implements CsvRow {}
}
