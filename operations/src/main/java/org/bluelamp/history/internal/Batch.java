package org.bluelamp.history.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluelamp.history.Histories;
import org.bluelamp.history.internal.RowOutcome.Taken;

/// Rows read but not yet recorded, at most `Histories.BATCH_ROWS`, and the areas they name for the first time.
class Batch {
    private final List<Taken> rows = new ArrayList<>();
    private final Map<String, Map<String, String>> names = new TreeMap<>();

    void add(Taken row) {
        rows.add(row);
    }

    /// Areas that this import has not named before, by kind.
    void name(String kind, String code, String name) {
        names.computeIfAbsent(kind, _ -> new TreeMap<>()).put(code, name);
    }

    boolean full() {
        return rows.size() >= Histories.BATCH_ROWS;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<Taken> rows() {
        return rows;
    }

    Map<String, Map<String, String>> names() {
        return names;
    }

    List<String> keys() {
        return rows.stream().map(row -> row.facts().key()).toList();
    }
}
