package org.bluelamp.actions.decide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;

/// Something that must be done, folded from what happened to it.
public sealed interface Action {

    record NotAsked() implements Action {}

    /// Held by a role on a rung of its ladder; never by nobody.
    record Open(String ladder, int rung, RoleCode holder, Optional<BoroughCode> borough, Instant dueAt)
            implements Action {}

    record Over() implements Action {}

    static Action from(List<ActionEvent> events) {
        Action action = new NotAsked();
        for (ActionEvent event : events) {
            action = action.after(event);
        }
        return action;
    }

    default Action after(ActionEvent event) {
        return switch (event) {
            case ActionEvent.Asked asked -> new Open(asked.ladder(), 0, asked.holder(), asked.borough(), asked.dueAt());
            case ActionEvent.Climbed climbed -> held(climbed.rung(), climbed.holder(), climbed.dueAt());
            case ActionEvent.Reminded reminded -> held(reminded.rung(), reminded.holder(), reminded.dueAt());
            case ActionEvent.Answered _, ActionEvent.Withdrawn _ -> new Over();
        };
    }

    private Action held(int rung, RoleCode holder, Instant dueAt) {
        return switch (this) {
            case Open open -> new Open(open.ladder(), rung, holder, open.borough(), dueAt);
            case NotAsked _, Over _ ->
                throw new IllegalStateException("An action that is not open climbed to (%s).".formatted(holder));
        };
    }
}
