package org.bluelamp.performance.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bluelamp.console.ChartAreas;
import org.bluelamp.console.ChartScale;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ReportedSource;
import org.bluelamp.performance.ResponseFigures;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.ResponseReport;
import org.bluelamp.performance.web.FigureScreen.Choice;
import org.bluelamp.performance.web.FigureScreen.Filter;
import org.bluelamp.performance.web.FigureScreen.MapOfAreas;
import org.bluelamp.performance.web.FigureScreen.Shown;
import org.bluelamp.performance.web.FigureScreen.Tile;
import org.springframework.stereotype.Component;

/// Fills the page of figures from the report.
@Component
class FigureDesk {
    /// Values offered to filter by at most.
    private static final int CHOICES_MAX = 60;

    private final ResponseReport report;
    private final AreaOutlines outlines;

    FigureDesk(ResponseReport report, AreaOutlines outlines) {
        this.report = report;
        this.outlines = outlines;
    }

    /// Everything shown about an answerable question; none where no incident was counted. `opens` says whether the
    /// person may see incidents.
    Optional<Shown> shown(FigureQuestion question, boolean opens) {
        ResponseQuery query = question.query();
        var opening = new Opening(query, opens);
        ResponseFigures all = report.compute(query.byNothing());
        if (all.rows().isEmpty()) {
            return Optional.empty();
        }
        Row whole = all.rows().getFirst();
        ResponseFigures figures = report.compute(query);
        ResponseFigures trend = report.compute(query.by(FigureCharts.trendBy(query)));
        String interval = FigureWords.name(question.interval());
        return Optional.of(new Shown(
                headline(question, whole),
                "%s: %s."
                        .formatted(
                                interval, question.source().definitions().getOrDefault(question.interval(), interval)),
                tiles(all, whole, opening),
                new FigureTable(figures, whole, opening).table(question),
                FigureCharts.distribution(all, whole, interval.toLowerCase(Locale.UK)),
                FigureCharts.trend(trend, opening),
                FigureCharts.bars(figures, whole, opening),
                map(question, figures, opening),
                query.quantileType().name().replace("TYPE_", ""),
                credit(question.source())));
    }

    private static String headline(FigureQuestion question, Row whole) {
        return "%s incidents, %s"
                .formatted(
                        FigureWords.count(whole.counts().incidents()),
                        FigureWords.days(
                                question.query().from(), question.query().to()));
    }

    private static List<Tile> tiles(ResponseFigures figures, Row whole, Opening opening) {
        Optional<String> href = opening.to(Map.of());
        String of = "of " + FigureWords.count(whole.n());
        var tiles = new ArrayList<Tile>();
        tiles.add(new Tile(
                "Median",
                FigureWords.time(figures.median(whole)),
                "95%: " + FigureWords.between(whole.medianInterval()),
                href));
        tiles.add(new Tile("Mean", FigureWords.time(whole.durations().mean()), of, href));
        tiles.add(new Tile("Nine in ten within", FigureWords.time(figures.ninetieth(whole)), "P90, " + of, href));
        tiles.add(new Tile("Over 30 minutes", FigureWords.percent(whole.overThirtyMinutes()), of, href));
        for (int seconds : figures.query().withinSeconds()) {
            tiles.add(new Tile(
                    "Within " + FigureWords.bound(seconds),
                    FigureWords.percent(whole.durations().within(seconds)),
                    of,
                    href));
        }
        if (whole.counts().graded() > 0) {
            tiles.add(new Tile(
                    "Top grade",
                    FigureWords.percent(whole.counts().topGrade()),
                    "of " + FigureWords.count(whole.counts().graded()) + " graded",
                    href));
        }
        tiles.add(new Tile(
                "Counted",
                FigureWords.count(whole.n()),
                FigureWords.count(whole.excluded().missing()) + " without a time, "
                        + FigureWords.count(whole.excluded().negative()) + " running backwards",
                href));
        return tiles;
    }

    private Optional<MapOfAreas> map(FigureQuestion question, ResponseFigures figures, Opening opening) {
        if (question.by() != Breakdown.AREA || figures.rows().isEmpty()) {
            return Optional.empty();
        }
        String kind = figures.rows().getFirst().areaKind().orElse("");
        Map<String, AreaOutlines.Outlined> drawn =
                outlines.on(kind, question.query().to());
        var areas = new ArrayList<ChartAreas.Area>();
        var found = new ArrayList<String>();
        for (Row row : figures.rows()) {
            String code = row.key().getOrDefault(Breakdown.AREA, "");
            AreaOutlines.Outlined outlined = drawn.get(code);
            if (outlined != null) {
                found.add(code);
                areas.add(new ChartAreas.Area(
                        outlined.name(),
                        outlined.outlines(),
                        figures.median(row),
                        row.n(),
                        row.small(),
                        opening.to(row.key())));
            }
        }
        if (areas.isEmpty() || drawn.size() > ChartAreas.AREAS_MAX) {
            return Optional.empty();
        }
        drawn.values().stream()
                .filter(area -> !found.contains(area.code()))
                .forEach(area -> areas.add(new ChartAreas.Area(
                        area.name(), area.outlines(), OptionalDouble.empty(), 0, false, Optional.empty())));
        return Optional.of(new MapOfAreas(
                new ChartAreas("Median by " + kind, ChartScale.Unit.SECONDS, areas),
                listed(figures, opening),
                note(figures, found.size())));
    }

    /// The same areas in words, the longest median first.
    private static List<FigureScreen.Listed> listed(ResponseFigures figures, Opening opening) {
        return figures.rows().stream()
                .sorted(Comparator.comparingDouble(
                                (Row row) -> figures.median(row).orElse(-1))
                        .reversed())
                .map(row -> new FigureScreen.Listed(
                        FigureWords.label(Breakdown.AREA, row),
                        FigureWords.time(figures.median(row)),
                        FigureWords.count(row.n()),
                        row.small(),
                        opening.to(row.key())))
                .toList();
    }

    private static Optional<String> note(ResponseFigures figures, int drawn) {
        int notDrawn = figures.rows().size() - drawn;
        return notDrawn == 0
                ? Optional.empty()
                : Optional.of("%d of the table's rows have no outline on this map.".formatted(notDrawn));
    }

    private static FigureScreen.Credit credit(ReportedSource source) {
        return new FigureScreen.Credit(
                source.name(),
                source.agency(),
                FigureWords.days(source.firstDay(), source.lastDay()),
                source.attribution(),
                source.licence());
    }

    /// The values of agency and grade that may be chosen, where there are several.
    List<Filter> filters(FigureQuestion question) {
        var filters = new ArrayList<Filter>();
        for (Breakdown breakdown : List.of(Breakdown.AGENCY, Breakdown.GRADE)) {
            ResponseQuery every = ResponseQuery.of(
                            question.source().firstDay(), question.source().lastDay())
                    .where(Breakdown.SOURCE, question.source().source())
                    .by(breakdown);
            List<String> values = report
                    .compute(question.query().intervals().isEmpty() ? every : every.interval(question.interval()))
                    .rows()
                    .stream()
                    .map(row -> row.key().getOrDefault(breakdown, ""))
                    .distinct()
                    .limit(CHOICES_MAX)
                    .toList();
            if (values.size() > 1) {
                filters.add(filter(question, breakdown, values));
            }
        }
        return filters;
    }

    private static Filter filter(FigureQuestion question, Breakdown breakdown, List<String> values) {
        String chosen = question.query().where().getOrDefault(breakdown, "");
        var choices = new ArrayList<Choice>();
        choices.add(FigureQuestion.choice("", "All", chosen));
        values.forEach(value -> choices.add(FigureQuestion.choice(value, value, chosen)));
        return new Filter(breakdown.word(), FigureWords.name(breakdown), choices);
    }
}
