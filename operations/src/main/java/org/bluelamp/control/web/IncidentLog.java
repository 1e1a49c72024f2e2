package org.bluelamp.control.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.actions.Actions;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Viewer;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.NoteCorrected;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.web.IncidentPages.Sent;
import org.bluelamp.control.web.IncidentScreens.Fact;
import org.bluelamp.control.web.IncidentScreens.Incident;
import org.bluelamp.control.web.IncidentScreens.Line;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.PersonalText;
import org.springframework.stereotype.Component;

/// Words an incident and its log: who did what when, in which role and how it was entered; old words stay,
/// struck through, beside the line that put them right.
@Component
class IncidentLog {
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(10);

    private final Shells shells;
    private final Askers askers;
    private final Wording wording;
    private final Names names;
    private final LogWords logWords;
    private final DespatchPanels panels;
    private final Actions actions;
    private final Keepers keepers;

    IncidentLog(Shells shells, Askers askers, Wording wording, Names names, Worders words, Actions actions) {
        this.shells = shells;
        this.askers = askers;
        this.wording = wording;
        this.names = names;
        this.logWords = words.log();
        this.panels = words.panels();
        this.keepers = words.keepers();
        this.actions = actions;
    }

    /// What words the log and the panel beside it.
    @Component
    record Worders(LogWords log, DespatchPanels panels, Keepers keepers) {}

    /// The shell of an incident's page; what the page shows is read after it, so that no change is missed.
    Shell shell(IncidentView view) {
        String title = "%s %s"
                .formatted(wording.number(view.incident()), wording.scheme().typeLabel(view.type()));
        return shells.room(title, "incident");
    }

    Incident screen(Shell shell, IncidentView view, StreamRead<IncidentEvent> log, Sent sent) {
        GradingScheme scheme = wording.scheme();
        Viewer viewer = askers.viewer();
        boolean mayRestrict = viewer.may("incident.restricted");
        return new Incident(
                shell,
                view.incident().toString(),
                wording.number(view.incident()),
                wording.row(view, scheme),
                view.open(),
                view.restricted(),
                facts(view, log),
                lines(log, viewer.may("incident.open"), scheme),
                wording.results(scheme, sent.form().text("result")),
                mayRestrict ? names.everybody(sent.form().persons()) : List.of(),
                viewer.may("incident.open"),
                mayRestrict,
                askers.newKey(),
                sent.act().isEmpty() ? Map.of() : Map.of(sent.act(), sent.why()),
                sent.act().isEmpty() ? Map.of() : Map.of(sent.act(), words(sent)),
                panels.panel(view, log, scheme),
                keepers.others(view));
    }

    private static String words(Sent sent) {
        return sent.form().text(sent.act().equals("restriction") ? "reason" : "words");
    }

    private List<Fact> facts(IncidentView view, StreamRead<IncidentEvent> log) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Owned by", owner(view)));
        facts.add(new Fact("Next action", nextAction(view)));
        if (log.events().getFirst() instanceof Opened opened) {
            String caller = opened.caller().orMark();
            Coordinate point = opened.point();
            String version = opened.areas();
            facts.add(new Fact("Reached us by", Wording.of(opened.channel())));
            facts.add(new Fact("Caller", caller.isEmpty() ? "not given" : caller));
            facts.add(new Fact("Place", opened.place().orMark()));
            facts.add(new Fact("Ward", ward(view)));
            facts.add(new Fact(
                    "On the map",
                    point == null ? "no point" : "%.5f, %.5f".formatted(point.latitude(), point.longitude())));
            facts.add(new Fact("Boundaries used", version == null ? "none" : version));
        }
        return facts;
    }

    private String owner(IncidentView view) {
        BoroughCode borough = view.borough();
        return borough == null ? "The control room: borough not known" : names.of(AreaKind.BOROUGH, borough.code());
    }

    private String ward(IncidentView view) {
        String ward = view.ward();
        return ward == null ? "not known" : names.of(AreaKind.WARD, ward);
    }

    /// Whose turn it is, as the desks have it, and what is asked, as the actions have it.
    private String nextAction(IncidentView view) {
        return view.open() ? "%s. %s".formatted(keepers.onPage(view, askers.viewer()), asked(view)) : asked(view);
    }

    private String asked(IncidentView view) {
        return actions.about(Incidents.stream(view.incident()).text()).stream()
                .findFirst()
                .map(action -> "%s: %s, due %s"
                        .formatted(action.what(), names.of(action.holder()), wording.time(action.dueAt())))
                .orElseGet(() -> goingOn(view));
    }

    /// What goes on while nothing is asked; an incident may be so new that the desk has not been asked yet.
    private String goingOn(IncidentView view) {
        return switch (view.stage()) {
            case WAITING ->
                view.openedAt().plus(ASKED_WITHIN).isAfter(askers.now())
                        ? "Grade and send: being asked"
                        : "Nothing is asked of anybody";
            case ASSIGNED -> "A unit is to arrive";
            case ATTENDED -> "A result is to be given";
            case RESULTED -> "To be closed";
            case CLOSED -> "Nothing is asked of anybody";
        };
    }

    private List<Line> lines(StreamRead<IncidentEvent> log, boolean mayWrite, GradingScheme scheme) {
        var struck = new HashMap<Integer, Integer>();
        for (IncidentEvent event : log.events()) {
            if (event instanceof NoteCorrected correction) {
                struck.put(correction.corrects(), correction.line());
            }
        }
        Names.Looked looked = names.forOnePage();
        return log.entries().stream()
                .map(entry -> line(entry, new Around(struck, mayWrite, scheme, looked)))
                .toList();
    }

    /// What a line needs to know beside itself.
    private record Around(Map<Integer, Integer> struck, boolean mayWrite, GradingScheme scheme, Names.Looked names) {}

    private Line line(Recorded<IncidentEvent> entry, Around around) {
        return line(entry, around, logWords.of(entry.event(), around.scheme(), around.names()));
    }

    private Line line(Recorded<IncidentEvent> entry, Around around, LogWords.Said said) {
        Spoken spoken = Spoken.of(entry.event());
        int struckBy = around.struck().getOrDefault(spoken.number(), 0);
        String who = around.names().of(entry.act().actor());
        String by = entry.act().enteredBy().equals(entry.act().actor())
                ? ""
                : ", entered by " + around.names().of(entry.act().enteredBy());
        return new Line(
                spoken.number(),
                wording.time(entry.act().happened().at()),
                wording.exact(entry.act().happened().at()),
                said.kind(),
                said.dot(),
                switch (spoken.words()) {
                    case PersonalText.Known known -> known.words().lines().toList();
                    case PersonalText.Withheld _ -> List.of();
                },
                spoken.words() instanceof PersonalText.Withheld,
                struckBy,
                "%s, %s".formatted(who, names.of(entry.act().role())),
                Wording.of(entry.act().how()) + by,
                said.correctable() && around.mayWrite() && struckBy == 0);
    }
}
