package org.bluelamp.control.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    Names(People people, Roles roles) {
        this.people = people;
        this.roles = roles;
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
