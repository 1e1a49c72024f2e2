package org.bluelamp.people;

import java.time.LocalDate;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;

/// Everything that can happen to an officer or member of staff as a member of the service. Dates are whole days of the
/// service; `lastDay` is the last on which it still holds.
public sealed interface PersonEvent {
    PersonId person();

    record Joined(PersonId person, PersonalText name, Service service, String rank, LocalDate from)
            implements PersonEvent {}

    record RankTaken(PersonId person, String rank, LocalDate from) implements PersonEvent {}

    record Posted(
            PersonId person, int post, RoleCode role, UnitCode unit, Optional<BoroughCode> borough, LocalDate from)
            implements PersonEvent {}

    record PostEnded(PersonId person, int post, LocalDate lastDay) implements PersonEvent {}

    record LineSet(PersonId person, PersonId answersTo, LocalDate from) implements PersonEvent {}

    record Left(PersonId person, LocalDate lastDay) implements PersonEvent {}

    /// An officer holds the office of constable; staff do not.
    enum Service {
        OFFICER,
        STAFF
    }
}
