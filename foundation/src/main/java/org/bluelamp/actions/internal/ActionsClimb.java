package org.bluelamp.actions.internal;

import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.Actions;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Deadlines.DeadlineEvent;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClock;
import org.springframework.stereotype.Component;

/// When the time of an action passes, it climbs. Repeating this after a crash changes nothing: the action has a later
/// time by then and refuses.
@Component
class ActionsClimb implements Reaction<DeadlineEvent> {
    private final Actions actions;
    private final ServiceClock clock;

    ActionsClimb(Actions actions, ServiceClock clock) {
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "actions/climb";
    }

    @Override
    public Class<DeadlineEvent> follows() {
        return DeadlineEvent.class;
    }

    @Override
    public void on(Recorded<DeadlineEvent> recorded) {
        if (!recorded.stream().kind().equals(JournalledActions.STREAM)) {
            return;
        }
        switch (recorded.event()) {
            case DeadlineEvent.Passed passed -> {
                var now = new Happened(clock.now(), Happened.Precision.MICROSECOND, "clock");
                var climb =
                        new ActionRequest.Climb(new ActionId(recorded.stream().key()), passed.dueAt(), now.at());
                actions.handle(climb, Act.byProgram("actions", now).causedBy(recorded.position()));
            }
        }
    }
}
