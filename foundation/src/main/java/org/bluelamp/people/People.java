package org.bluelamp.people;

import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;

/// The way in to officers and staff for every other module.
public interface People {

    /// The most people one page or list shows.
    int SHOWN_MAX = 500;

    /// The longest line of command that is followed upwards. Units: people.
    int LINE_MAX = 20;

    /// A pseudonym nobody had before. A gap is no fault.
    PersonId nextId();

    Decision<PersonEvent, PersonRefusal> handle(PersonRequest request, Act act);

    /// As they stand today on the service clock.
    Optional<PersonView> find(PersonId person);

    /// Who is in the service today, in order of name, `SHOWN_MAX` at most.
    List<PersonView> all();

    /// Who holds a role today, in order of their number, `SHOWN_MAX` at most.
    List<PersonView> holding(RoleCode role);

    /// Whom they answer to, from the nearest upwards, `LINE_MAX` at most.
    List<PersonId> lineOf(PersonId person);
}
