package org.bluelamp.control.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.web.IncidentScreens.Candidate;
import org.bluelamp.control.web.IncidentScreens.Opening;
import org.bluelamp.control.web.IncidentScreens.Typed;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The form an incident is opened with, and the places it offers while somebody types.
@Controller
class OpeningPages {
    private final Incidents incidents;
    private final Places places;
    private final Shells shells;
    private final Askers askers;
    private final Wording wording;

    OpeningPages(Incidents incidents, Places places, Shells shells, Askers askers, Wording wording) {
        this.incidents = incidents;
        this.places = places;
        this.shells = shells;
        this.askers = askers;
        this.wording = wording;
    }

    @GetMapping("/incidents/new")
    @Needs("incident.open")
    ModelAndView form() {
        return show(new IncidentForm(Map.of(), Set.of()), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/incidents")
    @Needs("incident.open")
    ModelAndView open(@RequestParam Map<String, String> sent) {
        var form = new IncidentForm(sent, Set.of());
        Map<String, String> faults = new LinkedHashMap<>(form.faults());
        RequestKey key = Askers.key(form.text("key")).orElse(null);
        if (key == null) {
            faults.put("form", "The form came without its key. Send it again.");
        }
        if (key == null || !faults.isEmpty()) {
            return show(form, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var place = places.given(form.text("place"), form.text("chosen"));
        try {
            return switch (incidents.handle(form.open(askers.asked(EnteredHow.SCREEN, key), place))) {
                case Decision.Accepted<IncidentEvent, IncidentRefusal> accepted ->
                    to(accepted.events().getFirst().incident());
                case Decision.Refused<IncidentEvent, IncidentRefusal> refused ->
                    show(
                            form,
                            Map.of(field(refused.refusal()), refused.refusal().sentence()),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            };
        } catch (KeyReused _) {
            return show(form, Map.of("form", IncidentForm.KEY_REUSED), HttpStatus.CONFLICT);
        } catch (StaleStream _) {
            return show(form, Map.of("form", IncidentForm.OVERTAKEN), HttpStatus.CONFLICT);
        }
    }

    private static String field(IncidentRefusal refusal) {
        String field = IncidentForm.fieldOf(refusal);
        return field.equals("words") ? "said" : field;
    }

    /// To the incident, or back to the board where whoever opened it may not see it.
    private ModelAndView to(IncidentRef ref) {
        boolean seen = incidents.find(ref, askers.sight()).isPresent();
        return new ModelAndView(new RedirectView(seen ? "/incidents/" + ref : "/incidents?elsewhere=" + ref));
    }

    private ModelAndView show(IncidentForm form, Map<String, String> errors, HttpStatus status) {
        GradingScheme scheme = wording.scheme();
        boolean again = errors.containsKey("form") || form.text("key").isEmpty();
        List<Candidate> candidates =
                errors.containsKey("place") ? places.candidates(form.text("place"), form.text("chosen")) : List.of();
        var screen = new Opening(
                shells.room("Open an incident", "incident-new"),
                new Typed(
                        again ? askers.newKey() : form.text("key"),
                        form.text("place"),
                        form.text("said"),
                        form.text("caller")),
                wording.types(scheme, form.text("type")),
                wording.grades(scheme, form.text("grade")),
                Wording.channels(form.text("channel")),
                candidates,
                errors);
        return new ModelAndView("control/opening", Map.of("screen", screen), status);
    }

    /// Candidates for the words typed so far, as a part of the form.
    @GetMapping("/incidents/places")
    @Needs("incident.open")
    ModelAndView candidates(@RequestParam(defaultValue = "") String place) {
        List<Candidate> candidates = place.length() > Places.TYPED_MAX ? List.of() : places.candidates(place, "");
        return new ModelAndView("control/candidates", Map.of("candidates", candidates));
    }
}
