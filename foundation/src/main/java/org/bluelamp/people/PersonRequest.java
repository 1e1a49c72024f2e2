package org.bluelamp.people;

import java.time.LocalDate;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;

/// What may be asked about an officer or member of staff.
public sealed interface PersonRequest {
    PersonId person();

    /// A new member of the service; the identifier is one that `People.nextId` gave.
    record Join(PersonId person, PersonalText name, PersonEvent.Service service, String rank, LocalDate from)
            implements PersonRequest {}

    record TakeRank(PersonId person, String rank, LocalDate from) implements PersonRequest {}

    /// A role at a command unit; a role that reaches one borough names it.
    record Post(PersonId person, RoleCode role, UnitCode unit, Optional<BoroughCode> borough, LocalDate from)
            implements PersonRequest {}

    record EndPost(PersonId person, int post, LocalDate lastDay) implements PersonRequest {}

    record SetLine(PersonId person, PersonId answersTo, LocalDate from) implements PersonRequest {}

    record Leave(PersonId person, LocalDate lastDay) implements PersonRequest {}
}
