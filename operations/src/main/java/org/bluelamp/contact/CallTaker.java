package org.bluelamp.contact;

import java.time.Instant;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.jspecify.annotations.Nullable;

/// Who handles a contact, in which role, bounded to which borough (none for roles of the whole service), how it is
/// entered, when on the service clock, and under which request key.
public record CallTaker(
        ActorId by, RoleCode role, @Nullable BoroughCode within, EnteredHow how, Instant at, RequestKey key) {

    /// The same, a step further on under a key of its own.
    public CallTaker withKey(RequestKey other) {
        return new CallTaker(by, role, within, how, at, other);
    }
}
