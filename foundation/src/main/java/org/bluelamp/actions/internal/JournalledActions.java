package org.bluelamp.actions.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRefusal;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.ActionView;
import org.bluelamp.actions.Actions;
import org.bluelamp.actions.decide.Action;
import org.bluelamp.actions.decide.DecideAction;
import org.bluelamp.console.Viewer;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.Decision;
import org.springframework.stereotype.Component;

@Component
class JournalledActions implements Actions {
    static final String STREAM = "action";

    private final Journal journal;
    private final OpenActions open;
    private final Ladders ladders;

    JournalledActions(Journal journal, OpenActions open, Ladders ladders) {
        this.journal = journal;
        this.open = open;
        this.ladders = ladders;
    }

    @Override
    public Decision<ActionEvent, ActionRefusal> handle(ActionRequest request, Act act) {
        return Journal.retrying(_ -> {
            var read = journal.read(new StreamId(STREAM + "/" + request.action()), ActionEvent.class);
            Action action = Action.from(read.events());
            Optional<Ladders.Found> ladder =
                    ladder(action, request, act.happened().at());
            var decision = DecideAction.decide(action, request, ladder.map(Ladders.Found::ladder));
            if (decision instanceof Decision.Accepted<ActionEvent, ActionRefusal>(List<ActionEvent> events)) {
                var policies = new ArrayList<>(act.policies());
                ladder.map(Ladders.Found::use).ifPresent(policies::add);
                journal.append(
                        Append.by(act.withPolicies(policies)).restingOn(read).writeAll(read.stream(), events));
            }
            return decision;
        });
    }

    /// The ladder the action stands on, or the one it is asked for; none where there is nothing to stand on one.
    private Optional<Ladders.Found> ladder(Action action, ActionRequest request, Instant at) {
        return switch (action) {
            case Action.Open held -> Optional.of(ladders.named(held.ladder(), at, held.borough()));
            case Action.NotAsked _
            when request instanceof ActionRequest.Ask ask ->
                Optional.of(ladders.named(ask.ladder(), at, ask.borough()));
            case Action.NotAsked _, Action.Over _ -> Optional.empty();
        };
    }

    @Override
    public Optional<ActionView> find(ActionId action) {
        return open.find(action);
    }

    @Override
    public List<ActionView> heldBy(Viewer viewer) {
        return open.heldBy(viewer.role(), viewer.borough());
    }

    @Override
    public List<ActionView> about(String reference) {
        return open.about(reference);
    }
}
