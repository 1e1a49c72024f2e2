package org.bluelamp.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.statistics.Proportion;

/// Response figures as a table for a terminal: words to the left, numbers to the right.
final class ResponseTable {
    private static final String NO_FIGURE = "–";
    private static final int COLUMN_CHARACTERS_MAX = 34;

    private ResponseTable() {}

    static String of(ResponseFigures figures) {
        var lines = new ArrayList<List<String>>();
        var header = new ArrayList<>(keys(figures));
        int words = header.size() + 1;
        header.addAll(List.of("interval", "n", "missing", "negative", "mean s", "median s", "p90 s", "> 30 min %"));
        figures.query().withinSeconds().forEach(seconds -> header.add("<= " + seconds + " s %"));
        header.addAll(List.of("top grade %", ""));
        lines.add(header);
        figures.rows().forEach(row -> lines.add(line(figures, row)));
        String of = figures.source().map(source -> " of " + source).orElse("");
        return "Response%s, %s to %s (both included), quantiles of type %d%n%n%s%s"
                .formatted(
                        of,
                        figures.query().from(),
                        figures.query().to(),
                        figures.query().quantileType().number(),
                        laidOut(lines, words),
                        figures.rows().isEmpty() ? "No incidents.\n" : "");
    }

    private static List<String> keys(ResponseFigures figures) {
        var keys = new ArrayList<String>();
        if (figures.source().isEmpty() && !figures.query().by().contains(Breakdown.SOURCE)) {
            keys.add(Breakdown.SOURCE.word());
        }
        figures.query().by().forEach(breakdown -> keys.add(breakdown.word()));
        return keys;
    }

    private static List<String> line(ResponseFigures figures, Row row) {
        var line = new ArrayList<String>();
        row.key().forEach((breakdown, value) -> line.add(shortened(row.labels().getOrDefault(breakdown, value))));
        line.add(shortened(row.interval()));
        line.add(String.valueOf(row.n()));
        line.add(String.valueOf(row.excluded().missing()));
        line.add(String.valueOf(row.excluded().negative()));
        line.add(seconds(row.durations().mean()));
        line.add(seconds(figures.median(row)));
        line.add(seconds(figures.ninetieth(row)));
        line.add(percent(row.overThirtyMinutes()));
        figures.query()
                .withinSeconds()
                .forEach(bound -> line.add(percent(row.durations().within(bound))));
        line.add(percent(row.counts().topGrade()));
        line.add(row.small() ? "small number" : "");
        return line;
    }

    private static String seconds(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : NO_FIGURE;
    }

    private static String percent(Proportion share) {
        return seconds(share.percent());
    }

    private static String shortened(String text) {
        return text.length() <= COLUMN_CHARACTERS_MAX ? text : text.substring(0, COLUMN_CHARACTERS_MAX - 1) + "…";
    }

    private static String laidOut(List<List<String>> lines, int words) {
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        var text = new StringBuilder();
        for (List<String> line : lines) {
            var row = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String gap = " ".repeat(widths[i] - line.get(i).length());
                boolean left = i < words || i == columns - 1;
                row.append(left ? line.get(i) + gap : gap + line.get(i)).append("  ");
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
