package org.bluelamp.performance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseFigures;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.performance.web.FigureScreen.Cell;
import org.bluelamp.performance.web.FigureScreen.Table;
import org.bluelamp.performance.web.FigureScreen.TableRow;
import org.bluelamp.statistics.Interval;

/// The table of figures, a row for each value of the breakdown, each compared with the whole.
final class FigureTable {
    /// Rows shown at most; all are in the answer of the API.
    private static final int ROWS_MAX = 400;

    private final ResponseFigures figures;
    private final Row whole;
    private final Opening opening;

    FigureTable(ResponseFigures figures, Row whole, Opening opening) {
        this.figures = figures;
        this.whole = whole;
        this.opening = opening;
    }

    Table table(FigureQuestion question) {
        Breakdown by = question.by();
        boolean dates = by == Breakdown.WEEK || by == Breakdown.MONTH || by == Breakdown.HOUR;
        int hidden = figures.rows().size() - ROWS_MAX;
        return new Table(
                "%s by %s"
                        .formatted(
                                FigureWords.name(question.interval()),
                                FigureWords.name(by).toLowerCase(java.util.Locale.UK)),
                FigureWords.name(by),
                dates ? "" : "text",
                figures.query().withinSeconds().stream()
                        .map(seconds -> "≤ " + FigureWords.bound(seconds))
                        .toList(),
                whole.counts().graded() > 0,
                figures.rows().stream().limit(ROWS_MAX).map(row -> row(by, row)).toList(),
                hidden <= 0
                        ? Optional.empty()
                        : Optional.of("%s more rows are not shown.".formatted(FigureWords.count(hidden))));
    }

    private TableRow row(Breakdown by, Row row) {
        String label = FigureWords.label(by, row);
        String value = row.key().getOrDefault(by, "");
        Compared compared = compared(row);
        return new TableRow(
                label,
                row.labels().isEmpty() ? "" : value,
                row.small(),
                opening.to(Map.of(by, value)),
                FigureWords.countCell(row.counts().incidents()),
                FigureWords.countCell(row.n()),
                FigureWords.countCell(row.excluded().all()),
                FigureWords.timeCell(row.durations().mean()),
                FigureWords.timeCell(figures.median(row)),
                FigureWords.between(row.medianInterval()),
                FigureWords.timeCell(figures.ninetieth(row)),
                FigureWords.percentCell(row.overThirtyMinutes()),
                within(row),
                FigureWords.percentCell(row.counts().topGrade()),
                compared.words(),
                compared.sign());
    }

    private List<Cell> within(Row row) {
        var cells = new ArrayList<Cell>();
        for (int seconds : figures.query().withinSeconds()) {
            cells.add(FigureWords.percentCell(row.durations().within(seconds)));
        }
        return cells;
    }

    private record Compared(String words, String sign) {}

    /// Against the whole: only where the intervals of the two medians have no second in common.
    private Compared compared(Row row) {
        Optional<Interval> ours = row.medianInterval();
        Optional<Interval> all = whole.medianInterval();
        if (ours.isEmpty() || all.isEmpty() || ours.get().overlaps(all.get())) {
            return new Compared("cannot tell", "≈");
        }
        return ours.get().low() > all.get().high() ? new Compared("longer", "▲") : new Compared("shorter", "▼");
    }
}
