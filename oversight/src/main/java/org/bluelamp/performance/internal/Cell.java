package org.bluelamp.performance.internal;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.performance.ResponseFigures.Counts;
import org.bluelamp.performance.ResponseFigures.Excluded;
import org.bluelamp.statistics.Histogram;

/// What is known of the facts with one key: counts, and for each interval wanted its durations and what is excluded.
record Cell(Counts counts, List<Histogram> durations, List<Excluded> excluded) {
    /// Bytes that a histogram takes beside its durations, and a cell beside its histograms (estimated).
    private static final int BYTES_OF_EACH = 120;

    /// All cells together; at least one.
    static Cell merge(List<Cell> cells) {
        if (cells.size() == 1) {
            return cells.getFirst();
        }
        Counts counts = cells.stream().map(Cell::counts).reduce(new Counts(0, 0, 0), Counts::plus);
        var durations = new ArrayList<Histogram>();
        var excluded = new ArrayList<Excluded>();
        for (int i = 0; i < cells.getFirst().durations.size(); i++) {
            int slot = i;
            durations.add(Histogram.merge(
                    cells.stream().map(cell -> cell.durations.get(slot)).toList()));
            excluded.add(
                    cells.stream().map(cell -> cell.excluded.get(slot)).reduce(new Excluded(0, 0), Excluded::plus));
        }
        return new Cell(counts, durations, excluded);
    }

    long bytes() {
        long bytes = BYTES_OF_EACH;
        for (Histogram histogram : durations) {
            bytes += BYTES_OF_EACH + 8L * histogram.different();
        }
        return bytes;
    }
}
