package org.bluelamp.control.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bluelamp.control.web.IncidentScreens.Choice;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Areas;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.springframework.stereotype.Component;

/// The names behind pseudonyms and codes, for people's eyes only: never recorded.
@Component
class Names {
    private final People people;
    private final Roles roles;
    private final Areas areas;

    Names(People people, Roles roles, Areas areas) {
        this.people = people;
        this.roles = roles;
        this.areas = areas;
    }

    /// The area's name, or its code where it is not loaded.
    String of(AreaKind kind, String code) {
        return areas.find(kind, new AreaCode(code)).map(Area::name).orElse(code);
    }

    /// Everybody in the service, as a choice; `chosen` are pseudonyms.
    List<Choice> everybody(Set<String> chosen) {
        return people.all().stream()
                .map(person -> new Choice(
                        person.person().text(),
                        "%s, %s".formatted(person.name(), person.rank()),
                        chosen.contains(person.person().text())))
                .toList();
    }

    /// Names looked up once for one page.
    Looked forOnePage() {
        return new Looked(new ConcurrentHashMap<>());
    }

    final class Looked {
        private final Map<ActorId, String> known;

        private Looked(Map<ActorId, String> known) {
            this.known = known;
        }

        /// The person's name, or the pseudonym of a part of the program or of somebody unknown.
        String of(ActorId actor) {
            return known.computeIfAbsent(actor, this::named);
        }

        private String named(ActorId actor) {
            return actor.text().matches("p-[1-9]\\d{0,8}")
                    ? people.find(new PersonId(actor.text()))
                            .map(PersonView::name)
                            .orElse(actor.text())
                    : actor.text();
        }
    }

    String of(RoleCode role) {
        return roles.find(role).map(Role::label).orElse(role.code());
    }
}
