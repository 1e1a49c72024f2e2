package org.bluelamp.desks;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.journal.Deadlines;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;

/// Everything that can happen to the desks of the control room, on the one stream `desks/control-room`. Never renamed
/// once released; a changed meaning is a new event.
public sealed interface DeskEvent {
    /// The clock of a lost connection, before the code of its desk.
    String CLOCK = "grace/";

    /// Who had what lay with a desk from then on: at which desk, and who.
    record Cover(DeskCode desk, Optional<ActorId> person) {}

    /// Somebody took a desk. `watched` where they sit at a screen, whose connection is looked after.
    record SatDown(DeskCode desk, ActorId person, RoleCode role, boolean watched) implements DeskEvent {}

    /// Somebody at the desk takes a break; it stays theirs.
    record BreakTaken(DeskCode desk, ActorId person, Cover coveredBy) implements DeskEvent {}

    /// Somebody sits at the desk while `person` has a break.
    record Relieved(DeskCode desk, ActorId person, ActorId relief, RoleCode role, boolean watched)
            implements DeskEvent {}

    /// Back at the desk; a relief has done their part.
    record BreakEnded(DeskCode desk, ActorId person) implements DeskEvent {}

    /// Somebody left the desk for good, or their part as a relief.
    record GotUp(DeskCode desk, ActorId person, Cover coveredBy) implements DeskEvent {}

    /// The screen of somebody at the desk is gone; it is theirs until `graceUntil`.
    record ConnectionLost(DeskCode desk, ActorId person, Instant graceUntil) implements DeskEvent, Deadlines.Sets {
        @Override
        public String deadline() {
            return CLOCK + desk;
        }

        @Override
        public Instant dueAt() {
            return graceUntil;
        }
    }

    /// The grace begins anew, since the service itself was out meanwhile.
    record ConnectionAwaited(DeskCode desk, ActorId person, Instant graceUntil) implements DeskEvent, Deadlines.Sets {
        @Override
        public String deadline() {
            return CLOCK + desk;
        }

        @Override
        public Instant dueAt() {
            return graceUntil;
        }
    }

    /// The screen is there again in time.
    record ConnectionBack(DeskCode desk, ActorId person) implements DeskEvent, Deadlines.Cancels {
        @Override
        public String deadline() {
            return CLOCK + desk;
        }
    }

    /// The grace passed and nobody came back: the desk was given up for them.
    record GivenUp(DeskCode desk, ActorId person, Cover coveredBy) implements DeskEvent {}

    /// Who is on call from then on.
    record OnCallNamed(ActorId person) implements DeskEvent {}
}
