package org.bluelamp.actions;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Viewer;
import org.bluelamp.journal.Act;
import org.bluelamp.kernel.Decision;

/// The way in to actions for every other module. What blocks a decision is placed here, never asked for above.
public interface Actions {

    /// The most actions one list shows.
    int SHOWN_MAX = 200;

    /// Errors: `IllegalArgumentException` for a ladder the policy in force has not.
    Decision<ActionEvent, ActionRefusal> handle(ActionRequest request, Act act);

    /// An open action.
    Optional<ActionView> find(ActionId action);

    /// What this person's role must do now, the longest overdue first, `SHOWN_MAX` at most.
    List<ActionView> heldBy(Viewer viewer);

    /// What is open about a reference, e.g. `incident/2026-11-22-1184`, in order of time due.
    List<ActionView> about(String reference);
}
