package org.bluelamp.performance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bluelamp.console.Shell;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.IncidentBehind;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.ResponseReport;
import org.springframework.stereotype.Component;

/// Fills the page of the incidents behind a figure.
@Component
class BehindDesk {
    private final ResponseReport report;

    BehindDesk(ResponseReport report) {
        this.report = report;
    }

    List<IncidentBehind> incidents(ResponseQuery query, int after) {
        return report.incidents(query, after);
    }

    BehindScreen screen(Shell shell, ResponseQuery query, List<IncidentBehind> incidents, int after) {
        Optional<Row> figure = report.compute(query.byNothing()).rows().stream().findFirst();
        int counted = figure.map(Row::n).orElse(0);
        int missing = figure.map(row -> row.excluded().missing()).orElse(0);
        int negative = figure.map(row -> row.excluded().negative()).orElse(0);
        int all = counted + missing + negative;
        String interval = query.intervals().stream().findFirst().orElse("");
        return new BehindScreen(
                shell,
                words(query),
                "%s incidents: %s counted, %s without a time, %s running backwards."
                        .formatted(
                                FigureWords.count(all),
                                FigureWords.count(counted),
                                FigureWords.count(missing),
                                FigureWords.count(negative)),
                FigureWords.name(interval),
                query.areaKind().map(FigureWords::name).orElse("Area"),
                incidents.stream().map(BehindDesk::line).toList(),
                after == 0
                        ? Optional.empty()
                        : Optional.of(
                                FigureAddress.incidents(query, Math.max(0, after - ResponseReport.INCIDENTS_MAX))),
                after + incidents.size() >= all
                        ? Optional.empty()
                        : Optional.of(FigureAddress.incidents(query, after + incidents.size())),
                incidents.isEmpty()
                        ? "None"
                        : "%s to %s of %s"
                                .formatted(
                                        FigureWords.count(after + 1L),
                                        FigureWords.count(after + (long) incidents.size()),
                                        FigureWords.count(all)),
                shell.viewer().filter(viewer -> viewer.may("figures.read")).map(_ -> FigureAddress.page(back(query))));
    }

    /// The page of figures without the row that was opened, so that all rows are there again.
    private static ResponseQuery back(ResponseQuery query) {
        ResponseQuery back = ResponseQuery.of(query.from(), query.to()).weekStarts(query.weekStarts());
        for (Breakdown kept : List.of(Breakdown.SOURCE, Breakdown.AGENCY, Breakdown.GRADE)) {
            String value = query.where().get(kept);
            back = value == null ? back : back.where(kept, value);
        }
        for (String interval : query.intervals()) {
            back = back.interval(interval);
        }
        return query.areaKind().isPresent() ? back.areaKind(query.areaKind().get()) : back;
    }

    private static String words(ResponseQuery query) {
        var parts = new ArrayList<String>();
        for (Map.Entry<Breakdown, String> where : query.where().entrySet()) {
            parts.add("%s %s"
                    .formatted(
                            FigureWords.name(where.getKey()).toLowerCase(java.util.Locale.UK),
                            FigureWords.value(where.getKey(), where.getValue())));
        }
        parts.add(FigureWords.days(query.from(), query.to()));
        return String.join(" · ", parts);
    }

    private static BehindScreen.Line line(IncidentBehind incident) {
        OptionalInt seconds = incident.seconds();
        boolean counted = seconds.orElse(-1) >= 0;
        return new BehindScreen.Line(
                incident.key(),
                FigureAddress.history(incident.source(), incident.key()),
                FigureWords.day(incident.day()),
                incident.hour().isPresent()
                        ? "%02d:00".formatted(incident.hour().getAsInt())
                        : "",
                incident.agency().orElse(""),
                incident.grade().orElse(""),
                incident.type().orElse(""),
                incident.area().orElse(""),
                seconds.isPresent() ? FigureWords.time(seconds.getAsInt()) : "",
                seconds.isPresent() ? String.valueOf(seconds.getAsInt()) : "",
                counted ? "" : seconds.isPresent() ? "not counted: runs backwards" : "not counted: a time is missing");
    }
}
