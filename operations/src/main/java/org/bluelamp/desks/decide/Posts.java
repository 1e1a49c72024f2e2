package org.bluelamp.desks.decide;

import java.util.List;
import java.util.Optional;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.kernel.ActorId;

/// What the desks are decided on beside the room itself: the plan in force, and who may be on call today, whoever is
/// asked first in front. Empty only in a service nobody belongs to.
public record Posts(DeskPlan plan, List<ActorId> onCall) {
    public Posts {
        onCall = List.copyOf(onCall);
    }

    /// The person named if they may be on call today, else the first who may.
    Optional<ActorId> onCall(Optional<ActorId> named) {
        return named.filter(onCall::contains).or(() -> onCall.stream().findFirst());
    }
}
