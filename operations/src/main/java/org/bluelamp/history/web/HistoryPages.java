package org.bluelamp.history.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.history.Histories;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.HistoryEvent.OfIncident;
import org.bluelamp.history.ImportView;
import org.bluelamp.history.IncidentLine;
import org.bluelamp.history.SourceView;
import org.bluelamp.history.web.IncidentScreen.Field;
import org.bluelamp.journal.Looking;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.Grade;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Sources of imported history, their incidents, and what the record holds about each.
@Controller
@RequestMapping("/history")
@Needs("history.read")
class HistoryPages {
    /// The most incidents the page of a source shows.
    static final int INCIDENTS_SHOWN_MAX = 200;

    private static final int IMPORTS_SHOWN = 20;

    private final Histories histories;
    private final ImportJobs jobs;
    private final Shells shells;
    private final Viewers viewers;
    private final Looking looking;
    private final DateTimeFormatter minutes;

    HistoryPages(
            Histories histories,
            ImportJobs jobs,
            Shells shells,
            Viewers viewers,
            Looking looking,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.histories = histories;
        this.jobs = jobs;
        this.shells = shells;
        this.viewers = viewers;
        this.looking = looking;
        this.minutes =
                DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK).withZone(zone);
    }

    @GetMapping
    String all(Model model) {
        Shell shell = shells.page("History", "history");
        Viewer viewer = viewers.require();
        model.addAttribute(
                "screen",
                new HistoryScreen(
                        shell,
                        viewer.may("history.import"),
                        histories.sources().stream().map(HistoryPages::source).toList(),
                        histories.imports(IMPORTS_SHOWN).stream()
                                .map(this::words)
                                .toList(),
                        jobs.of(viewer).stream().map(HistoryPages::running).toList()));
        return "history/history";
    }

    private static HistoryScreen.Source source(SourceView view) {
        HistoryEvent.Declared declared = view.declared();
        String period = view.firstDay()
                .map(first -> "%s to %s".formatted(first, view.lastDay().orElse(first)))
                .orElse("no incidents yet");
        return new HistoryScreen.Source(
                declared.source(),
                declared.name(),
                declared.agency(),
                "%,d".formatted(view.incidents()),
                period,
                declared.licence(),
                declared.zone());
    }

    private HistoryScreen.Import words(ImportView view) {
        return new HistoryScreen.Import(
                view.source(),
                view.fileName(),
                view.by(),
                minutes.format(view.startedAt()),
                view.ended().isPresent(),
                view.ended().map(ImportView.Ended::complete).orElse(false),
                view.ended().map(HistoryPages::account).orElse("did not end: killed, or still under way"));
    }

    private static String account(ImportView.Ended ended) {
        return "%s%,d rows = %,d new + %,d same + %,d revised + %,d refused"
                .formatted(
                        ended.complete() ? "" : "stopped after ",
                        ended.rows(),
                        ended.imported(),
                        ended.same(),
                        ended.revised(),
                        ended.refused());
    }

    private static HistoryScreen.Running running(ImportJob job) {
        return new HistoryScreen.Running(
                job.id(),
                job.fileName(),
                job.mapping().source().name(),
                job.state().word());
    }

    @GetMapping("/sources/{source}")
    String source(
            @PathVariable String source,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        SourceView view = histories.source(source).orElseThrow(HistoryPages::notThere);
        LocalDate last = view.lastDay().orElse(LocalDate.EPOCH);
        Optional<LocalDate> fromDay = from.isEmpty() ? Optional.of(last) : day(from);
        Optional<LocalDate> toDay = to.isEmpty() ? Optional.of(last) : day(to);
        boolean understood = fromDay.isPresent() && toDay.isPresent();
        List<IncidentLine> lines =
                understood ? histories.incidents(source, fromDay.get(), toDay.get(), INCIDENTS_SHOWN_MAX) : List.of();
        look(
                "/history/sources/{source}",
                lines.stream()
                        .map(line -> "history/" + source + "/" + line.key())
                        .toList());
        HistoryEvent.Declared declared = view.declared();
        model.addAttribute(
                "screen",
                new SourceScreen(
                        shells.page(declared.name(), "history-source"),
                        source(view),
                        declared.attribution(),
                        declared.intervals().stream()
                                .map(name -> new SourceScreen.Interval(
                                        name.replace('_', ' '),
                                        declared.definitions().getOrDefault(name, "")))
                                .toList(),
                        grades(declared),
                        declared.mapping(),
                        declared.mappingHash(),
                        fromDay.map(LocalDate::toString).orElse(from),
                        toDay.map(LocalDate::toString).orElse(to),
                        understood ? "" : "The days are written as 2009-12-31.",
                        INCIDENTS_SHOWN_MAX,
                        lines.stream().map(HistoryPages::line).toList()));
        return "history/source";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static String grades(HistoryEvent.Declared declared) {
        return declared.grades().stream()
                .map(grade -> declared.topGrades().contains(grade) ? grade + " (top)" : grade.toString())
                .collect(Collectors.joining(", "));
    }

    private static SourceScreen.Incident line(IncidentLine line) {
        return new SourceScreen.Incident(
                line.key(),
                line.serviceDay().toString(),
                line.hour().map("%02d"::formatted).orElse("–"),
                line.agency().orElse("–"),
                line.grade().orElse("–"),
                line.type().orElse("–"),
                String.join(", ", line.flags()));
    }

    @GetMapping("/sources/{source}/incidents/{key}")
    String incident(@PathVariable String source, @PathVariable String key, Model model) {
        SourceView view = histories.source(source).orElseThrow(HistoryPages::notThere);
        List<Recorded<OfIncident>> entries = histories.find(source, key);
        if (entries.isEmpty()) {
            throw notThere();
        }
        look("/history/sources/{source}/incidents/{key}", List.of("history/" + source + "/" + key));
        OfIncident stands = entries.getLast().event();
        ZoneId zone = ZoneId.of(view.declared().zone());
        model.addAttribute(
                "screen",
                new IncidentScreen(
                        shells.page("Incident " + key, "history-incident"),
                        source,
                        view.declared().name(),
                        facts(stands, view.declared().areaKinds()),
                        times(stands, zone),
                        view.declared().intervals().stream()
                                .map(name -> new Field(name.replace('_', ' '), seconds(stands, name)))
                                .toList(),
                        stands.flags().stream().map(HistoryPages::flag).toList(),
                        entries.reversed().stream().map(this::entry).toList()));
        return "history/incident";
    }

    private List<Field> facts(OfIncident stands, List<String> kinds) {
        var facts = new ArrayList<Field>();
        facts.add(new Field(
                "Day",
                stands.serviceDay()
                        + stands.hour().map(", hour %02d"::formatted).orElse("")));
        stands.grade()
                .map(Grade::code)
                .ifPresent(code -> facts.add(new Field("Grade", stands.topGrade() ? code + " (top)" : code)));
        stands.agency().ifPresent(word -> facts.add(new Field("Agency", word)));
        stands.type().ifPresent(word -> facts.add(new Field("Type", word)));
        stands.channel().ifPresent(word -> facts.add(new Field("Came in by", word)));
        stands.disposition().ifPresent(word -> facts.add(new Field("Result", word)));
        for (String kind : kinds) {
            String code = stands.areas().get(kind);
            if (code != null) {
                String name = histories.areaNames(stands.source(), kind).getOrDefault(code, code);
                String label = kind.replace('_', ' ');
                facts.add(new Field(label, name.equals(code) ? code : name + " (" + code + ")"));
            }
        }
        stands.place()
                .ifPresent(at -> facts.add(new Field("Place", "%.5f, %.5f".formatted(at.latitude(), at.longitude()))));
        return facts;
    }

    private static List<Field> times(OfIncident stands, ZoneId zone) {
        DateTimeFormatter seconds =
                DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK).withZone(zone);
        return stands.times().entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue())
                .map(time -> new Field(time.getKey().replace('_', ' '), seconds.format(time.getValue())))
                .toList();
    }

    private static String seconds(OfIncident stands, String interval) {
        Long known = stands.intervalSeconds().get(interval);
        return known == null ? "missing" : "%,d s".formatted(known);
    }

    private static Field flag(String flag) {
        int colon = flag.indexOf(':');
        String name = colon < 0 ? flag : flag.substring(0, colon);
        return new Field(
                name.replace('_', ' '),
                colon < 0 ? "" : flag.substring(colon + 1).replace('_', ' '));
    }

    private IncidentScreen.Entry entry(Recorded<OfIncident> recorded) {
        return new IncidentScreen.Entry(
                recorded.position(),
                switch (recorded.event()) {
                    case HistoryEvent.Imported _ -> "imported";
                    case HistoryEvent.Revised _ -> "revised";
                },
                recorded.act().actor().text(),
                minutes.format(recorded.recordedAt()),
                recorded.event().line());
    }

    private void look(String route, List<String> references) {
        Viewer viewer = viewers.require();
        looking.record(new Looking.Look(viewer.actor(), viewer.role(), "page", route, references, Optional.empty()));
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
