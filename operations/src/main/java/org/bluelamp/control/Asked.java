package org.bluelamp.control;

import java.time.Instant;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;

/// Who asks and what they may see, in which role, how it was entered, when on the service clock, and under which
/// request key: a second request with the same key is the same request.
public record Asked(Sight sight, RoleCode role, EnteredHow how, Instant at, RequestKey key) {

    public ActorId by() {
        return sight.person();
    }
}
