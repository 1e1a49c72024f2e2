package org.bluelamp.actions;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.journal.Deadlines;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;

/// Everything that can happen to something that must be done.
public sealed interface ActionEvent {
    /// The one clock an action has.
    String CLOCK = "act";

    ActionId action();

    /// Somebody must do `what` about `about`, at first the holder. `blocks` names what cannot go on until then.
    record Asked(
            ActionId action,
            String what,
            String about,
            String ladder,
            RoleCode holder,
            Optional<BoroughCode> borough,
            Instant dueAt,
            Optional<String> blocks)
            implements ActionEvent, Deadlines.Sets {
        @Override
        public String deadline() {
            return CLOCK;
        }
    }

    /// Nobody acted in time; the next rung holds it now.
    record Climbed(ActionId action, int rung, RoleCode holder, Instant dueAt) implements ActionEvent, Deadlines.Sets {
        @Override
        public String deadline() {
            return CLOCK;
        }
    }

    /// Nobody acted in time and there is no higher rung: its holder keeps it, and is reminded again.
    record Reminded(ActionId action, int rung, RoleCode holder, Instant dueAt) implements ActionEvent, Deadlines.Sets {
        @Override
        public String deadline() {
            return CLOCK;
        }
    }

    /// It is done; `role` did it, and said so in these words.
    record Answered(ActionId action, RoleCode role, PersonalText words) implements ActionEvent, Deadlines.Cancels {
        @Override
        public String deadline() {
            return CLOCK;
        }
    }

    /// It is no longer wanted, e.g. because the incident was closed.
    record Withdrawn(ActionId action, String because) implements ActionEvent, Deadlines.Cancels {
        @Override
        public String deadline() {
            return CLOCK;
        }
    }
}
