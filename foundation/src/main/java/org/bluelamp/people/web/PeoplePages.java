package org.bluelamp.people.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Shells;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.people.Looks;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The list of officers and staff. A borough role sees its own borough and those bound to none.
@Controller
class PeoplePages {
    private final People people;
    private final Roles roles;
    private final Viewers viewers;
    private final Looks looks;
    private final Shells shells;

    PeoplePages(People people, Roles roles, Viewers viewers, Looks looks, Shells shells) {
        this.people = people;
        this.roles = roles;
        this.viewers = viewers;
        this.looks = looks;
        this.shells = shells;
    }

    @GetMapping("/people")
    @Needs("people.read")
    String page(Model model) {
        Viewer viewer = viewers.require();
        List<PersonView> shown =
                people.all().stream().filter(person -> sees(viewer, person)).toList();
        looks.page(
                "/people", shown.stream().map(person -> person.person().text()).toList());
        Map<PersonId, String> names = shown.stream().collect(Collectors.toMap(PersonView::person, PersonView::name));
        Map<String, String> labels = roles.all().stream()
                .collect(Collectors.toMap(role -> role.code().code(), Role::label));
        model.addAttribute(
                "screen",
                new PeopleScreen(
                        shells.page("People", "people"),
                        shown.stream()
                                .flatMap(person -> rows(person, names, labels))
                                .toList()));
        return "people/people";
    }

    private static boolean sees(Viewer viewer, PersonView person) {
        return viewer.borough().isEmpty()
                || person.person().actor().equals(viewer.actor())
                || person.posts().stream()
                        .anyMatch(post -> post.borough()
                                .map(viewer.borough().get()::equals)
                                .orElse(true));
    }

    private static Stream<PeopleScreen.Row> rows(
            PersonView person, Map<PersonId, String> names, Map<String, String> labels) {
        String line = person.answersTo()
                .map(above -> names.getOrDefault(above, above.text()))
                .orElse("");
        Function<PersonView.Post, PeopleScreen.Row> row = post -> new PeopleScreen.Row(
                person.person().text(),
                person.name(),
                person.rank(),
                labels.getOrDefault(post.role().code(), post.role().code()),
                post.unit().code(),
                post.borough().map(BoroughCode::code).orElse(""),
                post.from().toString(),
                line);
        return person.posts().stream().map(row);
    }
}
