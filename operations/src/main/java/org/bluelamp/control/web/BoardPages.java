package org.bluelamp.control.web;

import java.util.List;
import java.util.Map;
import org.bluelamp.console.CommandVerb;
import org.bluelamp.console.NavItem;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Shortcut;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.web.IncidentScreens.Board;
import org.bluelamp.people.Looks;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The board of open incidents, and what a search finds.
@Controller
class BoardPages {
    private final Incidents incidents;
    private final Shells shells;
    private final Askers askers;
    private final Wording wording;
    private final Looks looks;

    BoardPages(Incidents incidents, Shells shells, Askers askers, Wording wording, Looks looks) {
        this.incidents = incidents;
        this.shells = shells;
        this.askers = askers;
        this.wording = wording;
        this.looks = looks;
    }

    @Bean
    static NavItem incidentsNavItem() {
        return new NavItem("Incidents", "/incidents", "g i", "incident.read", 10);
    }

    @Bean
    static Shortcut newIncidentKey() {
        return new Shortcut("n", "Open a new incident", "incidents", "click:#open-incident");
    }

    @Bean
    static Shortcut findIncidentKey() {
        return new Shortcut("f", "Find an incident by number, type, place or words", "incidents", "focus:#q");
    }

    @Bean
    static CommandVerb openVerb() {
        return new CommandVerb("open", "open", "Open a new incident", "*", "incident.open", "href:/incidents/new");
    }

    @Bean
    static CommandVerb findVerb() {
        return new CommandVerb(
                "find", "find WORDS", "Find incidents", "*", "incident.search", "href:/incidents/found?q={text}");
    }

    @GetMapping("/incidents")
    @Needs("incident.read")
    ModelAndView board(@RequestParam(defaultValue = "") String elsewhere) {
        List<IncidentView> open = incidents.open(askers.sight());
        GradingScheme scheme = wording.scheme();
        String sent = elsewhere.matches("\\d{4}-\\d{2}-\\d{2}-\\d{1,6}")
                ? "Incident %s was opened. It lies in another borough, which has it now.".formatted(elsewhere)
                : "";
        looks.page("/incidents", references(open));
        return show(new Board(
                shells.room("Incidents", "incidents"),
                "",
                false,
                wording.rows(open, scheme),
                wording.counts(open, scheme),
                sent,
                askers.viewer().may("incident.open")));
    }

    @GetMapping("/incidents/found")
    @Needs("incident.search")
    ModelAndView found(@RequestParam(defaultValue = "") String q) {
        List<IncidentView> found = incidents.search(q, askers.sight());
        GradingScheme scheme = wording.scheme();
        String note = q.strip().length() > Incidents.SEARCH_CHARACTERS_MAX
                ? "A search has at most %d characters.".formatted(Incidents.SEARCH_CHARACTERS_MAX)
                : found.size() == Incidents.FOUND_MAX
                        ? "The first %d are shown. More words find fewer.".formatted(Incidents.FOUND_MAX)
                        : "";
        looks.search("/incidents/found", references(found));
        return show(new Board(
                shells.room("Incidents", "incidents"),
                q,
                true,
                wording.rows(found, scheme),
                List.of(),
                note,
                askers.viewer().may("incident.open")));
    }

    private static List<String> references(List<IncidentView> views) {
        return views.stream().map(view -> "incident/" + view.incident()).toList();
    }

    private static ModelAndView show(Board screen) {
        return new ModelAndView("control/board", Map.of("screen", screen));
    }
}
