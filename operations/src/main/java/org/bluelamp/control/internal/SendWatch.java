package org.bluelamp.control.internal;

import java.util.Optional;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.Actions;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Closed;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.Incidents;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.policy.Policies;
import org.springframework.stereotype.Component;

/// Sees to it that an open incident is somebody's: asks the despatch desk to grade and send, by the ladder the
/// grade names, and takes it back when the incident is closed.
@Component
class SendWatch implements Reaction<IncidentEvent> {
    static final String WHAT = "Grade and send";

    private final Actions actions;
    private final Policies policies;

    SendWatch(Actions actions, Policies policies) {
        this.actions = actions;
        this.policies = policies;
    }

    @Override
    public String name() {
        return "control/send-watch";
    }

    @Override
    public Class<IncidentEvent> follows() {
        return IncidentEvent.class;
    }

    @Override
    public void on(Recorded<IncidentEvent> recorded) {
        switch (recorded.event()) {
            case Opened opened -> ask(opened, recorded);
            case Closed closed -> withdraw(closed, recorded);
            case IncidentEvent.Log _, IncidentEvent.Grading _, IncidentEvent.Despatch _, IncidentEvent.Link _ -> {}
            case IncidentEvent.Resulted _, IncidentEvent.Coded _, IncidentEvent.Reopened _ -> {}
        }
    }

    private void ask(Opened opened, Recorded<IncidentEvent> recorded) {
        GradingScheme scheme = policies.inForce(
                        GradingScheme.KIND, recorded.act().happened().at())
                .only();
        scheme.grade(opened.grade())
                .ifPresent(row -> actions.handle(
                        new ActionRequest.Ask(
                                action(opened.incident()),
                                WHAT,
                                Incidents.stream(opened.incident()).text(),
                                row.sendLadder(),
                                Optional.ofNullable(opened.borough()),
                                Optional.empty(),
                                recorded.act().happened().at()),
                        act(recorded)));
    }

    private void withdraw(Closed closed, Recorded<IncidentEvent> recorded) {
        ActionId action = action(closed.incident());
        if (actions.find(action).isPresent()) {
            actions.handle(
                    new ActionRequest.Withdraw(action, "The incident was closed (%s).".formatted(closed.result())),
                    act(recorded));
        }
    }

    private static ActionId action(IncidentRef ref) {
        return new ActionId(Incidents.stream(ref).text() + "/grade-and-send");
    }

    private static Act act(Recorded<IncidentEvent> recorded) {
        var happened = new Happened(recorded.act().happened().at(), Happened.Precision.MICROSECOND, "program");
        return Act.byProgram("control", happened)
                .causedBy(recorded.position())
                .withKey(new RequestKey("control-send-watch-" + recorded.position()));
    }
}
