package org.bluelamp.actions;

import org.bluelamp.kernel.Refusal;
import org.bluelamp.kernel.RoleCode;

/// Why a request about an action is refused.
public sealed interface ActionRefusal extends Refusal {

    record UnknownAction(ActionId action) implements ActionRefusal {
        @Override
        public String code() {
            return "actions/unknown-action";
        }

        @Override
        public String sentence() {
            return "Nothing was asked for as (%s).".formatted(action);
        }
    }

    record AlreadyAsked(ActionId action) implements ActionRefusal {
        @Override
        public String code() {
            return "actions/already-asked";
        }

        @Override
        public String sentence() {
            return "(%s) was asked for before.".formatted(action);
        }
    }

    record AlreadyOver(ActionId action) implements ActionRefusal {
        @Override
        public String code() {
            return "actions/already-over";
        }

        @Override
        public String sentence() {
            return "(%s) was answered or taken back before.".formatted(action);
        }
    }

    record HeldByOthers(ActionId action, RoleCode holder, RoleCode by) implements ActionRefusal {
        @Override
        public String code() {
            return "actions/held-by-others";
        }

        @Override
        public String sentence() {
            return "(%s) is held by (%s); a (%s) does not stand on its ladder there.".formatted(action, holder, by);
        }
    }

    record NotYetDue(ActionId action) implements ActionRefusal {
        @Override
        public String code() {
            return "actions/not-yet-due";
        }

        @Override
        public String sentence() {
            return "(%s) has a later time now.".formatted(action);
        }
    }
}
