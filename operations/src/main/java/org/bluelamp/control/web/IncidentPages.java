package org.bluelamp.control.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bluelamp.console.CommandVerb;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shell;
import org.bluelamp.console.Shortcut;
import org.bluelamp.control.Asked;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRefusal.UnknownIncident;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.people.Looks;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// One incident: its log, and what is written into it.
@Controller
class IncidentPages {
    private final Incidents incidents;
    private final IncidentLog logs;
    private final Askers askers;
    private final Looks looks;

    IncidentPages(Incidents incidents, IncidentLog logs, Askers askers, Looks looks) {
        this.incidents = incidents;
        this.logs = logs;
        this.askers = askers;
        this.looks = looks;
    }

    @Bean
    static Shortcut noteKey() {
        return new Shortcut("l", "Write into the log", "incident", "focus:#note");
    }

    @Bean
    static Shortcut closeKey() {
        return new Shortcut("c", "Close with a result", "incident", "focus:#result");
    }

    @Bean
    static Shortcut proofKey() {
        return new Shortcut("p", "Proof that the log is whole", "incident", "click:#proof");
    }

    @Bean
    static CommandVerb noteVerb() {
        return new CommandVerb("note", "note WORDS", "Write into the log", "incident", "incident.open", "fill:#note");
    }

    @GetMapping("/incidents/{ref:\\d.*}")
    @Needs("incident.read")
    ModelAndView log(@PathVariable String ref) {
        return show(incident(ref), Sent.NOTHING, HttpStatus.OK);
    }

    /// How a form becomes a request.
    interface Reading {
        IncidentRequest request(IncidentForm form, Asked asked, IncidentRef incident);
    }

    @PostMapping("/incidents/{ref:\\d.*}/notes")
    @Needs("incident.open")
    ModelAndView note(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return changed(ref, "note", form(sent), IncidentForm::note);
    }

    @PostMapping("/incidents/{ref:\\d.*}/corrections")
    @Needs("incident.open")
    ModelAndView correct(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        IncidentForm form = form(sent);
        return changed(ref, "correction-" + form.text("line"), form, IncidentForm::correction);
    }

    @PostMapping("/incidents/{ref:\\d.*}/closing")
    @Needs("incident.open")
    ModelAndView close(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return changed(ref, "closing", form(sent), IncidentForm::closing);
    }

    @PostMapping("/incidents/{ref:\\d.*}/restriction")
    @Needs("incident.restricted")
    ModelAndView restrict(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return changed(ref, "restriction", form(sent), IncidentForm::restriction);
    }

    static IncidentForm form(MultiValueMap<String, String> sent) {
        return new IncidentForm(sent.toSingleValueMap(), Set.copyOf(sent.getOrDefault("persons", List.of())));
    }

    ModelAndView changed(String ref, String act, IncidentForm form, Reading reading) {
        IncidentRef incident = incident(ref);
        Map<String, String> faults = new LinkedHashMap<>(form.faults());
        RequestKey key = Askers.key(form.text("key")).orElse(null);
        if (key == null) {
            faults.put("key", "The form came without its key. Send it again.");
        }
        if (key == null || !faults.isEmpty()) {
            var sent = new Sent(act, String.join(" ", faults.values()), form);
            return show(incident, sent, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return switch (incidents.handle(reading.request(form, askers.asked(EnteredHow.SCREEN, key), incident))) {
                case Decision.Accepted<IncidentEvent, IncidentRefusal> _ ->
                    new ModelAndView(new RedirectView("/incidents/" + incident));
                case Decision.Refused<IncidentEvent, IncidentRefusal>(UnknownIncident unknown) ->
                    throw unknown(unknown.incident());
                case Decision.Refused<IncidentEvent, IncidentRefusal>(IncidentRefusal refusal) ->
                    show(incident, new Sent(act, refusal.sentence(), form), HttpStatus.UNPROCESSABLE_CONTENT);
            };
        } catch (IncidentForm.Unreadable unreadable) {
            return show(incident, new Sent(act, unreadable.getMessage(), form), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (KeyReused _) {
            return show(incident, new Sent(act, IncidentForm.KEY_REUSED, form), HttpStatus.CONFLICT);
        } catch (StaleStream _) {
            return show(incident, new Sent(act, IncidentForm.OVERTAKEN, form), HttpStatus.CONFLICT);
        }
    }

    /// A form that was sent and not taken: which, why, and what it held.
    record Sent(String act, String why, IncidentForm form) {
        static final Sent NOTHING = new Sent("", "", new IncidentForm(Map.of(), Set.of()));
    }

    private ModelAndView show(IncidentRef ref, Sent sent, HttpStatus status) {
        Shell shell = logs.shell(incidents.find(ref, askers.sight()).orElseThrow(() -> unknown(ref)));
        IncidentView view = incidents.find(ref, askers.sight()).orElseThrow(() -> unknown(ref));
        StreamRead<IncidentEvent> log = incidents.log(ref, askers.sight()).orElseThrow(() -> unknown(ref));
        IncidentScreens.Incident screen = logs.screen(shell, view, log, sent);
        List<String> shown = Stream.concat(
                        Stream.of("incident/" + ref),
                        screen.panel().queue().stream().map(row -> row.href().replace("/incidents/", "incident/")))
                .distinct()
                .toList();
        looks.page("/incidents/{ref}", shown);
        return new ModelAndView("control/incident", Map.of("screen", screen), status);
    }

    static IncidentRef incident(String text) {
        return reference(text)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "An incident has a day and a number, such as 2026-11-22-1184."));
    }

    static Optional<IncidentRef> reference(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}-[1-9]\\d{0,5}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(IncidentRef.of(text));
        } catch (java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    static ResponseStatusException unknown(IncidentRef ref) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, new UnknownIncident(ref).sentence());
    }
}
