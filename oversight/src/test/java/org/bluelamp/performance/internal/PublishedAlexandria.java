package org.bluelamp.performance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseFigures;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.performance.ResponseQuery;

/// The weekly figures that the emergency communications centre of Alexandria published, beside the project.
final class PublishedAlexandria {
    static final Path FOLDER =
            Path.of(System.getProperty("bluelamp.root", "."), "..", "shared", "data", "alexandria-cad");

    private static final Map<String, String> INTERVALS = Map.of(
            "Phone Time", "phone",
            "Processing Time", "processing",
            "Time to Dispatch", "dispatch",
            "Time to Queue", "queue");

    private PublishedAlexandria() {}

    /// Whether the folder is missing; under CI that is a failure.
    static boolean missing() {
        if (Files.isDirectory(FOLDER)) {
            return false;
        }
        assertThat(System.getenv("CI"))
                .as("Under CI the calls of Alexandria (%s) must be there.", FOLDER)
                .isNull();
        System.out.printf("The calls of Alexandria (%s) are missing; the comparison did not run.%n", FOLDER);
        return true;
    }

    /// Every published row of a week that does not agree to the digit, and how many there are.
    record Compared(int rows, List<String> differing) {
        Compared plus(Compared other) {
            var all = new ArrayList<>(differing);
            all.addAll(other.differing);
            return new Compared(rows + other.rows, all);
        }
    }

    static Compared compare(String source, Function<ResponseQuery, ResponseFigures> figures) throws IOException {
        return week(46, LocalDate.of(2025, 11, 9), source, figures)
                .plus(week(47, LocalDate.of(2025, 11, 16), source, figures));
    }

    private static Compared week(
            int week, LocalDate sunday, String source, Function<ResponseQuery, ResponseFigures> figures)
            throws IOException {
        ResponseQuery query = ResponseQuery.of(sunday, sunday.plusDays(6))
                .where(Breakdown.SOURCE, source)
                .weekStarts(DayOfWeek.SUNDAY)
                .within(15, 20);
        return file(week, "overall", Optional.empty(), figures.apply(query))
                .plus(file(week, "by_agency", Optional.of(Breakdown.AGENCY), figures.apply(query.by(Breakdown.AGENCY))))
                .plus(file(
                        week, "by_priority", Optional.of(Breakdown.GRADE), figures.apply(query.by(Breakdown.GRADE))));
    }

    private static Compared file(int week, String name, Optional<Breakdown> by, ResponseFigures figures)
            throws IOException {
        var differing = new ArrayList<String>();
        Path file = FOLDER.resolve("published_summary_w%d_%s.csv".formatted(week, name));
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.getFirst().split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] published = line.split(",");
            String interval = INTERVALS.get(published[0]);
            String key = by.isPresent() ? published[1] : "";
            Optional<Row> ours = figures.rows().stream()
                    .filter(row -> row.interval().equals(interval))
                    .filter(row -> by.isEmpty() || row.key().get(by.get()).equals(key))
                    .findFirst();
            String wanted = "%s|%s|%s|%s|%s"
                    .formatted(
                            published[header.indexOf("N")],
                            sixDecimals(Double.parseDouble(published[header.indexOf("Median")])),
                            sixDecimals(Double.parseDouble(published[header.indexOf("P90")])),
                            Double.parseDouble(published[header.indexOf("Pct_le_15")]),
                            Double.parseDouble(published[header.indexOf("Pct_le_20")]));
            String given = ours.map(row -> "%d|%s|%s|%s|%s"
                            .formatted(
                                    row.n(),
                                    sixDecimals(figures.median(row).orElse(-1)),
                                    sixDecimals(figures.ninetieth(row).orElse(-1)),
                                    row.durations().within(15).percent().orElse(-1),
                                    row.durations().within(20).percent().orElse(-1)))
                    .orElse("no such row");
            if (!wanted.equals(given)) {
                differing.add("week %d %s: published %s, recomputed %s".formatted(week, line, wanted, given));
            }
        }
        return new Compared(lines.size() - 1, differing);
    }

    private static String sixDecimals(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
