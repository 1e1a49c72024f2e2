package org.bluelamp.control;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;

/// Who asks and what they may see, in which role, how it was entered, when on the service clock, and under which
/// request key: a second request with the same key is the same request.
///
/// What somebody said by radio or telephone is entered by whoever heard it: `heard` is then who said it, in which role,
/// and it counts as theirs (D19).
public record Asked(Sight sight, RoleCode role, EnteredHow how, Instant at, RequestKey key, Optional<Heard> heard) {

    /// Who said it, in which role.
    public record Heard(ActorId person, RoleCode role) {}

    public Asked(Sight sight, RoleCode role, EnteredHow how, Instant at, RequestKey key) {
        this(sight, role, how, at, key, Optional.empty());
    }

    /// Who does it.
    public ActorId by() {
        return heard.map(Heard::person).orElse(sight.person());
    }

    public RoleCode as() {
        return heard.map(Heard::role).orElse(role);
    }

    /// Who entered it.
    public ActorId enteredBy() {
        return sight.person();
    }

    /// The same, said by somebody else and entered by whoever heard it.
    public Asked saidBy(ActorId person, RoleCode theirs, EnteredHow heardBy) {
        return new Asked(sight, role, heardBy, at, key, Optional.of(new Heard(person, theirs)));
    }
}
