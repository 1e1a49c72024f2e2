package org.bluelamp.control.web;

import org.bluelamp.console.Needs;
import org.bluelamp.console.Shortcut;
import org.bluelamp.control.IncidentEvent.Passing;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.Incidents;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Gives an incident to another desk by hand.
@Controller
class PassingPages {
    private final IncidentPages pages;
    private final Incidents incidents;
    private final Askers askers;
    private final Keepers keepers;

    PassingPages(IncidentPages pages, Incidents incidents, Askers askers, Keepers keepers) {
        this.pages = pages;
        this.incidents = incidents;
        this.askers = askers;
        this.keepers = keepers;
    }

    @Bean
    static Shortcut passKey() {
        return new Shortcut("h", "Hand it to another desk", "incident", "focus:#pass");
    }

    @PostMapping("/incidents/{ref:\\d.*}/passing")
    @Needs("incident.open")
    ModelAndView pass(@PathVariable String ref, @RequestParam MultiValueMap<String, String> sent) {
        return pages.changed(ref, "passing", IncidentPages.form(sent), (form, asked, incident) -> {
            var view = incidents.find(incident, askers.sight()).orElseThrow(() -> IncidentPages.unknown(incident));
            var to = keepers.at(form.text("desk"))
                    .orElseThrow(() -> new IncidentForm.Unreadable("desk", "Choose a desk of the list."));
            return new IncidentRequest.Pass(asked, incident, keepers.keeper(view), to, Passing.BY_HAND);
        });
    }
}
