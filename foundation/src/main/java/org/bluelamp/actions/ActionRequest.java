package org.bluelamp.actions;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;

/// What may be asked of something that must be done.
public sealed interface ActionRequest {
    /// The longest words for what must be done. Units: characters.
    int WHAT_CHARACTERS_MAX = 120;

    ActionId action();

    /// Asks somebody on a ladder to do something: `what` in a few words without personal data, `about` a reference
    /// such as `incident/2026-11-22-1184`, `borough` the one whose people hold it where the ladder's roles
    /// are bound to one.
    record Ask(
            ActionId action,
            String what,
            String about,
            String ladder,
            Optional<BoroughCode> borough,
            Optional<String> blocks,
            Instant at)
            implements ActionRequest {
        public Ask {
            if (what.isBlank() || what.length() > WHAT_CHARACTERS_MAX) {
                throw new IllegalArgumentException("What must be done has 1 to %d characters, not %d."
                        .formatted(WHAT_CHARACTERS_MAX, what.length()));
            }
        }
    }

    /// Says that it is done.
    record Answer(ActionId action, RoleCode role, Optional<BoroughCode> borough, PersonalText words)
            implements ActionRequest {}

    /// Takes it back.
    record Withdraw(ActionId action, String because) implements ActionRequest {}

    /// Its time has passed; asked by the clock.
    record Climb(ActionId action, Instant wasDueAt, Instant at) implements ActionRequest {}
}
