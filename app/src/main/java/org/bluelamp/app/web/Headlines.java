package org.bluelamp.app.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bluelamp.console.ChartDistribution;
import org.bluelamp.console.ChartScale.Unit;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ReportedSource;
import org.bluelamp.performance.ResponseFigures;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.ResponseReport;
import org.bluelamp.statistics.Histogram;
import org.bluelamp.statistics.Proportion;
import org.springframework.stereotype.Component;

/// The figures of the first page: for each source the interval it is known by, over all its days.
@Component
class Headlines {
    /// The most sources the first page shows.
    private static final int SOURCES_MAX = 6;

    private static final int BIN_SECONDS = 60;
    private static final int BINS = 30;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final ResponseReport report;

    Headlines(ResponseReport report) {
        this.report = report;
    }

    List<WelcomeScreen.Headline> all() {
        return report.sources().stream()
                .filter(source -> source.incidents() > 0 && !source.intervals().isEmpty())
                .limit(SOURCES_MAX)
                .map(this::headline)
                .toList();
    }

    private WelcomeScreen.Headline headline(ReportedSource source) {
        String interval = source.headline().orElse(source.intervals().getFirst());
        ResponseQuery query = ResponseQuery.of(source.firstDay(), source.lastDay())
                .where(Breakdown.SOURCE, source.source())
                .interval(interval);
        ResponseFigures figures = report.compute(query);
        Optional<ResponseFigures.Row> row = figures.rows().stream().findFirst();
        return new WelcomeScreen.Headline(
                "source-" + source.source(),
                source.name(),
                "%s to %s".formatted(DAY.format(source.firstDay()), DAY.format(source.lastDay())),
                "%s: %s".formatted(interval, source.definitions().getOrDefault(interval, "as the source defines it")),
                row.map(one -> figures(source, figures, one)).orElse(List.of()),
                row.flatMap(one -> chart(interval, figures, one)),
                row.map(Headlines::leftOut).orElse("Nothing can be told yet."),
                "%s %s".formatted(source.attribution(), source.licence()).strip());
    }

    private static List<WelcomeScreen.Figure> figures(
            ReportedSource source, ResponseFigures figures, ResponseFigures.Row row) {
        String from = "of %s timed".formatted(Unit.NUMBER.words(row.n()));
        var shown = new ArrayList<WelcomeScreen.Figure>();
        shown.add(new WelcomeScreen.Figure(
                "incidents", Unit.NUMBER.words(source.incidents()), "", "every one can be opened"));
        shown.add(new WelcomeScreen.Figure(
                "median",
                time(figures.median(row)),
                "min:s",
                row.medianInterval()
                        .map(sure -> "95 %% sure: %s to %s"
                                .formatted(Unit.SECONDS.words(sure.low()), Unit.SECONDS.words(sure.high())))
                        .orElse("too few to say how sure")));
        shown.add(new WelcomeScreen.Figure("90th percentile", time(figures.ninetieth(row)), "min:s", from));
        shown.add(new WelcomeScreen.Figure("over 30 minutes", percent(row.overThirtyMinutes()), "%", from));
        return shown;
    }

    private static Optional<ChartDistribution> chart(
            String interval, ResponseFigures figures, ResponseFigures.Row row) {
        Histogram durations = row.durations();
        if (durations.isEmpty()) {
            return Optional.empty();
        }
        var bins = new ArrayList<ChartDistribution.Bin>();
        for (int bin = 0; bin < BINS; bin++) {
            int from = bin * BIN_SECONDS;
            int until = from + BIN_SECONDS;
            bins.add(new ChartDistribution.Bin(from, until, durations.between(from, until), Optional.empty()));
        }
        List<ChartDistribution.Mark> marks = figures.median(row).stream()
                .filter(median -> median < BINS * BIN_SECONDS)
                .mapToObj(median -> new ChartDistribution.Mark("median " + Unit.SECONDS.words(median), median))
                .toList();
        return Optional.of(new ChartDistribution(
                "%s, up to %d minutes".formatted(interval, BINS),
                "incidents in each minute; %s took longer"
                        .formatted(Unit.NUMBER.words(
                                durations.over(BINS * BIN_SECONDS - 1).count())),
                Unit.SECONDS,
                bins,
                marks));
    }

    private static String leftOut(ResponseFigures.Row row) {
        ResponseFigures.Excluded excluded = row.excluded();
        return excluded.all() == 0
                ? "No incident is left out."
                : "Left out: %s with a time missing, %s whose times run backwards."
                        .formatted(Unit.NUMBER.words(excluded.missing()), Unit.NUMBER.words(excluded.negative()));
    }

    private static String time(OptionalDouble seconds) {
        return seconds.isPresent() ? Unit.SECONDS.words(seconds.getAsDouble()) : "cannot tell";
    }

    private static String percent(Proportion share) {
        return share.percent().isPresent()
                ? String.format(Locale.UK, "%.1f", share.percent().getAsDouble())
                : "cannot tell";
    }
}
