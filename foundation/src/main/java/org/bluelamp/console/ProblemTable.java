package org.bluelamp.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every reason why the program says no: those declared with their status, and all other refusals as `docs/problems.md`
/// lists them, which is written from the code and goes with the program.
final class ProblemTable {
    private static final String TABLE = "/console/problems.md";
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+/[a-z0-9-]+)` \\| (.+) \\|");

    private ProblemTable() {}

    static List<ProblemRow> all(Stream<ProblemCodes> declared) {
        var rows = new TreeMap<String, ProblemRow>();
        refusals().forEach(row -> rows.put(row.code(), row));
        Problem.CODES.values().forEach(code -> rows.put(code.code(), ProblemRow.of(code)));
        declared.flatMap(module -> module.codes().stream()).forEach(code -> rows.put(code.code(), ProblemRow.of(code)));
        return List.copyOf(rows.values());
    }

    private static List<ProblemRow> refusals() {
        try (InputStream in = ProblemTable.class.getResourceAsStream(TABLE)) {
            // The console alone, as in its own tests, has no refusals of others to explain.
            return in == null ? List.of() : read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The rows of the table in `docs/problems.md`.
    static List<ProblemRow> read(String page) {
        return page.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new ProblemRow(row.group(1), "", row.group(2)))
                .toList();
    }
}
