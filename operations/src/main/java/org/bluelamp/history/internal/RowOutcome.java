package org.bluelamp.history.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.journal.Happened.Precision;

/// What became of one row under the mapping.
sealed interface RowOutcome {

    /// The row says this. `namedAreas` are the names beside its area codes, by kind; `received` with its precision
    /// dates the entry.
    record Taken(
            HistoryEvent.Imported facts,
            Map<String, String> namedAreas,
            Instant happened,
            Precision precision,
            byte[] raw)
            implements RowOutcome {

        /// The same row under its final key.
        Taken with(HistoryEvent.Imported keyed) {
            return new Taken(keyed, namedAreas, happened, precision, raw);
        }
    }

    /// The row cannot be taken; everything wrong with it.
    record Refused(int line, List<Fault> faults, byte[] raw) implements RowOutcome {}

    /// Units: `column` counts from 1, 0 is the row as a whole; `field` is the column's name, or `row`.
    record Fault(int column, String field, String reason) {}
}
