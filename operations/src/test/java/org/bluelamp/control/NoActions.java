package org.bluelamp.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRefusal;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.ActionView;
import org.bluelamp.actions.Actions;
import org.bluelamp.console.Viewer;
import org.bluelamp.journal.Act;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;

/// Actions that are asked and forgotten, for tests that start the control room without the other modules.
public class NoActions implements Actions {
    @Override
    public Decision<ActionEvent, ActionRefusal> handle(ActionRequest request, Act act) {
        return Decision.accept(new ActionEvent.Asked(
                request.action(),
                "nothing",
                "nothing",
                "control-room",
                new RoleCode("COMMUNICATIONS_OFFICER"),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty()));
    }

    @Override
    public Optional<ActionView> find(ActionId action) {
        return Optional.empty();
    }

    @Override
    public List<ActionView> heldBy(Viewer viewer) {
        return List.of();
    }

    @Override
    public List<ActionView> about(String reference) {
        return List.of();
    }
}
