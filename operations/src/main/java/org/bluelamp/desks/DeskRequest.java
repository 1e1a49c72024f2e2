package org.bluelamp.desks;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;

/// What may be asked of the desks. Who asks is in the act: whatever a person may do can be entered for them by
/// whoever heard it by radio or telephone (D19).
public sealed interface DeskRequest {

    /// Take a desk; one whose person has a break is taken as their relief. `watched` where the person is at a screen.
    record Sit(DeskCode desk, ActorId person, RoleCode role, boolean watched) implements DeskRequest {}

    /// Leave every desk one is at for a break.
    record Break(ActorId person) implements DeskRequest {}

    /// Come back from a break to every desk one left.
    record Return(ActorId person) implements DeskRequest {}

    /// Leave one desk, or every desk where none is named, for good.
    record GetUp(ActorId person, Optional<DeskCode> desk) implements DeskRequest {}

    /// Name who is on call.
    record NameOnCall(ActorId person) implements DeskRequest {}

    /// The last screen of somebody is gone; asked by the program.
    record LoseConnection(ActorId person, Instant graceUntil) implements DeskRequest {}

    /// A screen of somebody is there again; asked by the program.
    record FindConnection(ActorId person) implements DeskRequest {}

    /// The service was out while the grace ran: it runs anew; asked by the program.
    record AwaitConnection(DeskCode desk, Instant graceUntil) implements DeskRequest {}

    /// The grace of a lost connection that was to run until `dueAt` has passed; asked by the clock.
    record GiveUp(DeskCode desk, Instant dueAt) implements DeskRequest {}
}
