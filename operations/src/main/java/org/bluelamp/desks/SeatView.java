package org.bluelamp.desks;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.kernel.ActorId;

/// One desk as it stands now: whose it is since when, whether they have a break, who relieves them, whether a screen is
/// missed, and who holds what lies with it.
public record SeatView(
        DeskPlan.Desk desk,
        Optional<ActorId> person,
        Optional<Instant> since,
        Optional<Instant> breakSince,
        Optional<ActorId> relief,
        Optional<Instant> lostSince,
        Holder holder) {}
