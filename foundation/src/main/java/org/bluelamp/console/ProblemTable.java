package org.bluelamp.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every reason why the program says no: the console's own, and the refusals of all modules as `docs/problems.md` lists
/// them, which is written from the code and goes with the program.
final class ProblemTable {
    private static final String TABLE = "/console/problems.md";
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+/[a-z0-9-]+)` \\| (.+) \\|");

    private ProblemTable() {}

    static List<ProblemCode> all() {
        return Stream.concat(Problem.CODES.values().stream(), refusals().stream())
                .sorted(Comparator.comparing(ProblemCode::code))
                .toList();
    }

    private static List<ProblemCode> refusals() {
        try (InputStream in = ProblemTable.class.getResourceAsStream(TABLE)) {
            // The console alone, as in its own tests, has no refusals of others to explain.
            return in == null ? List.of() : read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The rows of the table in `docs/problems.md`.
    static List<ProblemCode> read(String page) {
        return page.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new ProblemCode(row.group(1), row.group(2)))
                .toList();
    }
}
