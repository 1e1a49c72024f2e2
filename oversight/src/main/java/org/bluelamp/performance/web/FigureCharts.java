package org.bluelamp.performance.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bluelamp.console.ChartBars;
import org.bluelamp.console.ChartDistribution;
import org.bluelamp.console.ChartScale;
import org.bluelamp.console.ChartTrend;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseFigures;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.statistics.Histogram;
import org.bluelamp.statistics.Interval;
import org.bluelamp.statistics.QuantileType;

/// The charts of a page of figures.
final class FigureCharts {
    /// Bars that a distribution is drawn with at most, and the share of durations it shows.
    private static final int BINS_MAX = 40;

    private static final double SHOWN_SHARE = 0.98;
    private static final int[] BIN_SECONDS = {
        1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400
    };
    /// From this many days on a trend goes by month, below by week.
    private static final int DAYS_BY_MONTH = 120;

    private static final int BARS_MAX = 34;

    private FigureCharts() {}

    static Optional<ChartDistribution> distribution(ResponseFigures figures, Row whole, String interval) {
        Histogram durations = whole.durations();
        if (durations.isEmpty()) {
            return Optional.empty();
        }
        double reach =
                Math.max(durations.quantile(SHOWN_SHARE, QuantileType.TYPE_7).orElse(1), 1);
        int width = width(reach);
        int last = ((int) Math.ceil(reach / width) + 1) * width;
        var bins = new ArrayList<ChartDistribution.Bin>();
        for (int from = 0; from < last; from += width) {
            bins.add(new ChartDistribution.Bin(
                    from, from + width, durations.between(from, from + width), Optional.empty()));
        }
        long beyond = durations.over(last - 1).count();
        String label = "%s incidents in steps of %s%s"
                .formatted(
                        FigureWords.count(durations.count()),
                        FigureWords.time(width),
                        beyond == 0
                                ? ""
                                : "; %s longer than %s are not drawn"
                                        .formatted(FigureWords.count(beyond), FigureWords.time(last)));
        return Optional.of(new ChartDistribution(
                "How long: " + interval, label, ChartScale.Unit.SECONDS, bins, marks(figures, whole)));
    }

    private static List<ChartDistribution.Mark> marks(ResponseFigures figures, Row whole) {
        var marks = new ArrayList<ChartDistribution.Mark>();
        figures.median(whole)
                .ifPresent(
                        median -> marks.add(new ChartDistribution.Mark("median " + FigureWords.time(median), median)));
        figures.ninetieth(whole)
                .ifPresent(ninetieth ->
                        marks.add(new ChartDistribution.Mark("nine in ten " + FigureWords.time(ninetieth), ninetieth)));
        return marks;
    }

    private static int width(double reach) {
        for (int width : BIN_SECONDS) {
            if (reach / width <= BINS_MAX) {
                return width;
            }
        }
        return (int) Math.ceil(reach / BINS_MAX);
    }

    /// What the trend of a period goes by.
    static Breakdown trendBy(ResponseQuery query) {
        return ChronoUnit.DAYS.between(query.from(), query.to()) >= DAYS_BY_MONTH ? Breakdown.MONTH : Breakdown.WEEK;
    }

    /// The median over time with the interval it lies in; none where the period has one week only.
    static Optional<ChartTrend> trend(ResponseFigures figures, Opening opening) {
        Breakdown by = figures.query().by().getFirst();
        var points = new LinkedHashMap<String, ChartTrend.Point>();
        times(figures.query(), by)
                .forEach(time -> points.put(time, ChartTrend.Point.unknown(FigureWords.axis(by, time))));
        for (Row row : figures.rows()) {
            points.computeIfPresent(
                    row.key().getOrDefault(by, ""), (time, _) -> point(figures, row, by, time, opening));
        }
        if (points.size() < 2 || points.size() > ChartTrend.POINTS_MAX) {
            return Optional.empty();
        }
        return Optional.of(new ChartTrend(
                by == Breakdown.MONTH ? "Median by month" : "Median by week",
                ChartScale.Unit.SECONDS,
                List.copyOf(points.values()),
                Optional.empty()));
    }

    private static ChartTrend.Point point(
            ResponseFigures figures, Row row, Breakdown by, String time, Opening opening) {
        Optional<Interval> interval = row.medianInterval();
        return new ChartTrend.Point(
                FigureWords.axis(by, time),
                figures.median(row),
                bound(interval.map(Interval::low)),
                bound(interval.map(Interval::high)),
                row.n(),
                row.small(),
                opening.to(Map.of(by, time)));
    }

    private static OptionalDouble bound(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static List<String> times(ResponseQuery query, Breakdown by) {
        var times = new ArrayList<String>();
        if (by == Breakdown.MONTH) {
            YearMonth last = YearMonth.from(query.to());
            for (YearMonth month = YearMonth.from(query.from()); !month.isAfter(last); month = month.plusMonths(1)) {
                times.add(month.toString());
            }
        } else {
            LocalDate first = query.from().with(TemporalAdjusters.previousOrSame(query.weekStarts()));
            for (LocalDate week = first; !week.isAfter(query.to()); week = week.plusWeeks(1)) {
                times.add(week.toString());
            }
        }
        return times;
    }

    /// The medians side by side; hours in their order, others with the longest first.
    static Optional<ChartBars> bars(ResponseFigures figures, Row whole, Opening opening) {
        Breakdown by = figures.query().by().getFirst();
        List<Row> rows = figures.rows().stream()
                .filter(row -> figures.median(row).isPresent())
                .sorted(
                        by == Breakdown.HOUR
                                ? (one, other) -> 0
                                : Comparator.comparingDouble(
                                                (Row row) -> figures.median(row).orElse(0))
                                        .reversed())
                .toList();
        if (rows.size() < 2 || by == Breakdown.WEEK || by == Breakdown.MONTH) {
            return Optional.empty();
        }
        List<ChartBars.Bar> bars = rows.stream()
                .limit(BARS_MAX)
                .map(row -> new ChartBars.Bar(
                        cut(FigureWords.label(by, row)),
                        figures.median(row).orElse(0),
                        row.n(),
                        row.small(),
                        false,
                        opening.to(row.key())))
                .toList();
        Optional<ChartBars.Mark> mark = figures.median(whole).stream()
                .mapToObj(median -> new ChartBars.Mark("median of all " + FigureWords.time(median), median))
                .findFirst();
        String title = "Median by " + FigureWords.name(by).toLowerCase(java.util.Locale.UK)
                + (rows.size() > BARS_MAX ? ", the %d longest of %d".formatted(BARS_MAX, rows.size()) : "");
        return Optional.of(new ChartBars(title, ChartScale.Unit.SECONDS, bars, mark));
    }

    private static String cut(String label) {
        int most = 24;
        return label.length() <= most ? label : label.substring(0, most - 1) + "…";
    }
}
