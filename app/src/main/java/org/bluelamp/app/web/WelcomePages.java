package org.bluelamp.app.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: figures from real incidents for anybody, and the way in. It shows counts and times only, no
/// incident, so it is open to all and is no act of looking.
@Controller
class WelcomePages {
    private static final String FIGURES = "figures.read";

    private final Headlines headlines;
    private final Shells shells;
    private final Viewers viewers;
    private final Chairs chairs;

    WelcomePages(Headlines headlines, Shells shells, Viewers viewers, Chairs chairs) {
        this.headlines = headlines;
        this.shells = shells;
        this.viewers = viewers;
        this.chairs = chairs;
    }

    @GetMapping("/")
    @Needs(Needs.NOBODY)
    String first(Model model) {
        Optional<Viewer> viewer = viewers.current();
        if (viewer.isPresent() && viewer.get().may(FIGURES)) {
            return "redirect:/figures";
        }
        model.addAttribute(
                "screen",
                new WelcomeScreen(
                        shells.page("Figures from real incidents", "welcome"),
                        headlines.all(),
                        viewer.isPresent() ? List.of() : chairs.all(),
                        viewer.isPresent()));
        return "app/welcome";
    }

    /// The chairs of the demonstration: for each role the first person who holds it; none where this is no
    /// demonstration.
    @org.springframework.stereotype.Component
    static class Chairs {
        private final People people;
        private final Roles roles;
        private final boolean demo;

        Chairs(People people, Roles roles, @Value("${bluelamp.demo:false}") boolean demo) {
            this.people = people;
            this.roles = roles;
            this.demo = demo;
        }

        List<WelcomeScreen.Chair> all() {
            return demo
                    ? roles.all().stream().flatMap(role -> chair(role).stream()).toList()
                    : List.of();
        }

        private Optional<WelcomeScreen.Chair> chair(Role role) {
            return people.holding(role.code()).stream().findFirst().map(person -> chair(person, role));
        }

        private static WelcomeScreen.Chair chair(PersonView person, Role role) {
            return new WelcomeScreen.Chair(
                    person.person().text(), role.label(), "%s %s".formatted(person.rank(), person.name()));
        }
    }
}
