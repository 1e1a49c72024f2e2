package org.bluelamp.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.statistics.Interval;
import org.bluelamp.statistics.Proportion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How response figures are written for other programs and for the terminal.
///
/// Units: seconds as the nearest number to the exact value, percentages to one decimal, rounded once, halves up.
/// Source: ARCHITECTURE, "Command line".
public enum ResponseFormat {
    JSON,
    CSV,
    TABLE;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public String write(ResponseFigures figures) {
        return switch (this) {
            case JSON -> MAPPER.writeValueAsString(document(figures));
            case CSV -> csv(figures);
            case TABLE -> ResponseTable.of(figures);
        };
    }

    private static Map<String, Object> document(ResponseFigures figures) {
        var document = new LinkedHashMap<String, Object>();
        document.put("from", figures.query().from().toString());
        document.put("to", figures.query().to().toString());
        document.put("by", figures.query().by().stream().map(Breakdown::word).toList());
        figures.source().ifPresent(source -> document.put("source", source));
        document.put("quantile_type", figures.query().quantileType().number());
        document.put(
                "rows", figures.rows().stream().map(row -> row(figures, row)).toList());
        return document;
    }

    private static Map<String, Object> row(ResponseFigures figures, Row row) {
        var written = new LinkedHashMap<String, Object>();
        written.put("key", words(row.key()));
        if (!row.labels().isEmpty()) {
            written.put("labels", words(row.labels()));
        }
        row.areaKind().ifPresent(kind -> written.put("area_kind", kind));
        written.put("interval", row.interval());
        written.put("n", row.n());
        var excluded = new LinkedHashMap<String, Integer>();
        excluded.put("missing", row.excluded().missing());
        excluded.put("negative", row.excluded().negative());
        written.put("excluded", excluded);
        written.put("mean_s", number(row.durations().mean()));
        written.put("median_s", number(figures.median(row)));
        written.put("p90_s", number(figures.ninetieth(row)));
        written.put("over_30_min_pct", percent(row.overThirtyMinutes()));
        var within = new LinkedHashMap<String, @Nullable Double>();
        for (int seconds : figures.query().withinSeconds()) {
            within.put(String.valueOf(seconds), percent(row.durations().within(seconds)));
        }
        written.put("within_pct", within);
        written.put(
                "median_95_s",
                row.medianInterval()
                        .map(interval -> List.of(interval.low(), interval.high()))
                        .orElse(null));
        written.put("incidents", row.counts().incidents());
        written.put("top_grade_pct", percent(row.counts().topGrade()));
        written.put("small", row.small());
        return written;
    }

    private static Map<String, String> words(Map<Breakdown, String> values) {
        var words = new LinkedHashMap<String, String>();
        values.forEach((breakdown, value) -> words.put(breakdown.word(), value));
        return words;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Double percent(Proportion share) {
        return number(share.percent());
    }

    private static String csv(ResponseFigures figures) {
        List<Integer> within = figures.query().withinSeconds();
        var header = new ArrayList<>(List.of("source"));
        figures.query().by().stream()
                .filter(breakdown -> breakdown != Breakdown.SOURCE)
                .forEach(breakdown -> header.add(breakdown.word()));
        header.addAll(List.of("interval", "incidents", "n", "missing", "negative", "mean_s", "median_s"));
        header.addAll(List.of("median_low_s", "median_high_s", "p90_s", "over_30_min_pct", "top_grade_pct", "small"));
        within.forEach(seconds -> header.add("within_" + seconds + "_pct"));
        var text = new StringBuilder();
        try (var printer = CSVFormat.RFC4180.print(text)) {
            printer.printRecord(header);
            for (Row row : figures.rows()) {
                printer.printRecord(values(figures, row));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<@Nullable Object> values(ResponseFigures figures, Row row) {
        var values = new ArrayList<@Nullable Object>(List.of(row.source()));
        for (Breakdown breakdown : figures.query().by()) {
            if (breakdown != Breakdown.SOURCE) {
                values.add(row.key().get(breakdown));
            }
        }
        values.add(row.interval());
        values.add(row.counts().incidents());
        values.add(row.n());
        values.add(row.excluded().missing());
        values.add(row.excluded().negative());
        values.add(number(row.durations().mean()));
        values.add(number(figures.median(row)));
        values.add(row.medianInterval().map(Interval::low).orElse(null));
        values.add(row.medianInterval().map(Interval::high).orElse(null));
        values.add(number(figures.ninetieth(row)));
        values.add(percent(row.overThirtyMinutes()));
        values.add(percent(row.counts().topGrade()));
        values.add(row.small());
        for (int seconds : figures.query().withinSeconds()) {
            values.add(percent(row.durations().within(seconds)));
        }
        return values;
    }
}
