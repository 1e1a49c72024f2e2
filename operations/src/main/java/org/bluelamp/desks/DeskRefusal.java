package org.bluelamp.desks;

import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Refusal;
import org.bluelamp.kernel.RoleCode;

/// Why a request about the desks is refused.
public sealed interface DeskRefusal extends Refusal {

    record UnknownDesk(DeskCode desk) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/unknown-desk";
        }

        @Override
        public String sentence() {
            return "The desk (%s) is not in the policy in force.".formatted(desk);
        }
    }

    /// The position that is on call has no chair.
    record NobodySitsThere(DeskCode desk) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/nobody-sits-there";
        }

        @Override
        public String sentence() {
            return "Nobody sits at (%s). Maybe name who is on call.".formatted(desk);
        }
    }

    record RoleMayNotSit(DeskCode desk, RoleCode role) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/role-may-not-sit";
        }

        @Override
        public String sentence() {
            return "The role (%s) does not sit at (%s).".formatted(role, desk);
        }
    }

    record Taken(DeskCode desk, ActorId person) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/taken";
        }

        @Override
        public String sentence() {
            return "The desk (%s) is taken by (%s).".formatted(desk, person);
        }
    }

    record ThereAlready(DeskCode desk, ActorId person) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/there-already";
        }

        @Override
        public String sentence() {
            return "(%s) sits at (%s) already.".formatted(person, desk);
        }
    }

    record OnBreak(ActorId person) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/on-break";
        }

        @Override
        public String sentence() {
            return "(%s) has a break. Maybe end it first.".formatted(person);
        }
    }

    record NotOnBreak(ActorId person) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/not-on-break";
        }

        @Override
        public String sentence() {
            return "(%s) has no break.".formatted(person);
        }
    }

    record AtNoDesk(ActorId person) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/at-no-desk";
        }

        @Override
        public String sentence() {
            return "(%s) is at no desk.".formatted(person);
        }
    }

    record NothingLost(String who) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/nothing-lost";
        }

        @Override
        public String sentence() {
            return "No connection of (%s) is lost.".formatted(who);
        }
    }

    record NotForOnCall(ActorId person) implements DeskRefusal {
        @Override
        public String code() {
            return "desks/not-for-on-call";
        }

        @Override
        public String sentence() {
            return "(%s) holds no role today that may be on call.".formatted(person);
        }
    }
}
