package org.bluelamp.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;

/// An officer or member of staff as they stand on a day: name, rank, posts that run, whom they answer to.
public record PersonView(
        PersonId person,
        String name,
        PersonEvent.Service service,
        String rank,
        LocalDate joinedOn,
        Optional<PersonId> answersTo,
        List<Post> posts) {

    /// A post that runs: its number with this person, the role, the unit, the borough where the role is bound to one.
    public record Post(int post, RoleCode role, UnitCode unit, Optional<BoroughCode> borough, LocalDate from) {}

    public PersonView {
        posts = List.copyOf(posts);
    }
}
