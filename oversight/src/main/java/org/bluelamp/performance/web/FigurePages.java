package org.bluelamp.performance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Viewers;
import org.bluelamp.people.Looks;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.IncidentBehind;
import org.bluelamp.performance.QueryFault;
import org.bluelamp.performance.QueryFields;
import org.bluelamp.performance.ReportedSource;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.ResponseReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of response figures (D11), and the incidents behind each.
@Controller
class FigurePages {
    private static final String TITLE = "Response figures";
    private static final String MAY_SEE_INCIDENTS = "history.read";
    private static final int AFTER_MAX = 10_000_000;

    private final ResponseReport report;
    private final FigureDesk desk;
    private final BehindDesk behind;
    private final Shells shells;
    private final Viewers viewers;
    private final Looks looks;

    FigurePages(
            ResponseReport report, FigureDesk desk, BehindDesk behind, Shells shells, Viewers viewers, Looks looks) {
        this.report = report;
        this.desk = desk;
        this.behind = behind;
        this.shells = shells;
        this.viewers = viewers;
        this.looks = looks;
    }

    @GetMapping(FigureAddress.PAGE)
    @Needs("figures.read")
    String figures(@RequestParam Map<String, String> asked, Model model, HttpServletResponse response) {
        FigureScreen screen = screen(shells.page(TITLE, "figures"), asked);
        if (screen.fault().isPresent()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("screen", screen);
        return "performance/figures";
    }

    private FigureScreen screen(Shell shell, Map<String, String> asked) {
        List<ReportedSource> sources = report.sources();
        if (sources.isEmpty()) {
            var none = new FigureScreen.Empty(
                    "No incidents yet",
                    "Figures are computed from recorded incidents. Import an export of any service with"
                            + " (bluelamp import incidents FILE --mapping MAPPING).",
                    Optional.empty());
            return new FigureScreen(shell, Optional.empty(), Optional.empty(), Optional.of(none), Optional.empty());
        }
        try {
            return screen(shell, FigureQuestion.read(asked, sources), sources);
        } catch (QueryFault fault) {
            FigureQuestion usual = FigureQuestion.read(Map.of(), sources);
            return new FigureScreen(
                    shell,
                    Optional.of(usual.form(sources, List.of())),
                    Optional.of(new FigureScreen.Fault(fault.field(), fault.sentence())),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private FigureScreen screen(Shell shell, FigureQuestion question, List<ReportedSource> sources) {
        FigureScreen.Form form = question.form(sources, desk.filters(question));
        Optional<FigureScreen.Shown> shown = question.interval().isEmpty()
                ? Optional.empty()
                : desk.shown(question, viewers.require().may(MAY_SEE_INCIDENTS));
        return new FigureScreen(
                shell,
                Optional.of(form),
                Optional.empty(),
                shown.isPresent() ? Optional.empty() : Optional.of(empty(question)),
                shown);
    }

    private static FigureScreen.Empty empty(FigureQuestion question) {
        ReportedSource source = question.source();
        if (question.interval().isEmpty()) {
            return new FigureScreen.Empty(
                    "No interval to show",
                    "The times of %s are known to the day only.".formatted(source.name()),
                    Optional.empty());
        }
        ResponseQuery whole = ResponseQuery.of(source.firstDay(), source.lastDay())
                .where(Breakdown.SOURCE, source.source())
                .by(question.by())
                .interval(question.interval());
        return new FigureScreen.Empty(
                "No incidents",
                "%s has no such incidents from %s. It has %s from %s."
                        .formatted(
                                source.name(),
                                FigureWords.days(
                                        question.query().from(),
                                        question.query().to()),
                                FigureWords.count(source.incidents()),
                                FigureWords.days(source.firstDay(), source.lastDay())),
                Optional.of(new FigureScreen.Link("Show them all", FigureAddress.page(whole))));
    }

    @GetMapping(FigureAddress.INCIDENTS)
    @Needs(MAY_SEE_INCIDENTS)
    String incidents(@RequestParam Map<String, String> asked, Model model) {
        var fields = new LinkedHashMap<>(asked);
        int after = Asked.of(() -> after(fields.remove("after")));
        ResponseQuery query = Asked.of(() -> QueryFields.read(fields));
        List<IncidentBehind> incidents = Asked.of(() -> behind.incidents(query, after));
        looks.page(
                FigureAddress.INCIDENTS,
                incidents.stream()
                        .map(incident -> "history/" + incident.source() + "/" + incident.key())
                        .toList());
        model.addAttribute(
                "screen",
                behind.screen(shells.page("Incidents behind the figure", "figure-incidents"), query, incidents, after));
        return "performance/incidents";
    }

    private static int after(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        if (!text.matches("\\d{1,8}") || Integer.parseInt(text) > AFTER_MAX) {
            throw new QueryFault(
                    "after", "The place in the list (%s) must be from 0 to %d.".formatted(text, AFTER_MAX));
        }
        return Integer.parseInt(text);
    }
}
