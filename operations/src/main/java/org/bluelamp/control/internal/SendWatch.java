package org.bluelamp.control.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.ActionView;
import org.bluelamp.actions.Actions;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Opened;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.decide.Incident;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sees to it that what an incident needs is somebody's to do: to grade and send when it is opened, to send
/// again when its unit is taken away, to answer who asks for another grade, to see to a report that does not
/// fit. Takes back what is no longer wanted.
@Component
class SendWatch implements Reaction<IncidentEvent> {
    static final String WHAT = "Grade and send";
    private static final String REGRADE_LADDER = "regrade";
    private static final String ROOM_LADDER = "control-room";

    private final Actions actions;
    private final Policies policies;
    private final Journal journal;

    SendWatch(Actions actions, Policies policies, Journal journal) {
        this.actions = actions;
        this.policies = policies;
        this.journal = journal;
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
            case Opened opened -> ask(recorded, "grade-and-send", WHAT, ladder(opened, recorded), opened.borough());
            case IncidentEvent.ReportedAfterClose report ->
                ask(recorded, "report-" + report.line(), "See to a report after closing", ROOM_LADDER, null);
            case IncidentEvent.UnitAssigned _, IncidentEvent.UnitRestored _ ->
                withdraw(recorded, "send", "A unit was sent.");
            case IncidentEvent.UnitReleased released -> sendAgain(released, recorded);
            case IncidentEvent.UnitStatusSaid said -> {
                if (said.conflictFor() != null) {
                    ask(recorded, "report-" + said.line(), "See to a report that does not fit", ROOM_LADDER, null);
                }
            }
            case IncidentEvent.RegradeAsked asked ->
                ask(recorded, "regrade-" + asked.line(), "Answer who asks for another grade", REGRADE_LADDER, null);
            case IncidentEvent.Regraded _, IncidentEvent.RegradeDeclined _ ->
                withdraw(recorded, "regrade", "The grade was seen to.");
            case IncidentEvent.Closed closed -> {
                withdraw(recorded, "send", "The incident was closed (%s).".formatted(closed.result()));
                withdraw(recorded, "regrade", "The incident was closed (%s).".formatted(closed.result()));
            }
            case IncidentEvent.Reopened reopened ->
                ask(recorded, "send-" + reopened.line(), "Send again: it goes on", ROOM_LADDER, null);
            case IncidentEvent.NoteAdded _,
                    IncidentEvent.NoteCorrected _,
                    IncidentEvent.Restricted _,
                    IncidentEvent.LiesNear _,
                    IncidentEvent.PassedOn _,
                    IncidentEvent.Assessed _,
                    IncidentEvent.AppointmentMade _,
                    IncidentEvent.Link _,
                    IncidentEvent.Resulted _,
                    IncidentEvent.Coded _ -> {}
        }
    }

    private String ladder(Opened opened, Recorded<IncidentEvent> recorded) {
        return policies
                .inForce(GradingScheme.KIND, recorded.act().happened().at())
                .only()
                .grade(opened.grade())
                .stream()
                .map(GradingScheme.GradeRow::sendLadder)
                .findFirst()
                .orElse(ROOM_LADDER);
    }

    /// The need is open again unless the unit finished or others are still there.
    private void sendAgain(IncidentEvent.UnitReleased released, Recorded<IncidentEvent> recorded) {
        List<IncidentEvent> events = journal.read(Incidents.stream(released.incident()), IncidentEvent.class)
                .events();
        if (Incident.from(events) instanceof Incident.Open open && open.needsUnit()) {
            ask(recorded, "send-" + released.line(), "Send a unit again", ROOM_LADDER, null);
        }
    }

    private void ask(
            Recorded<IncidentEvent> recorded, String key, String what, String ladder, @Nullable BoroughCode borough) {
        IncidentRef ref = recorded.event().incident();
        Instant at = recorded.act().happened().at();
        actions.handle(
                new ActionRequest.Ask(
                        action(ref, key),
                        what,
                        Incidents.stream(ref).text(),
                        ladder,
                        Optional.ofNullable(borough),
                        Optional.empty(),
                        at),
                act(recorded, key));
    }

    /// Takes back every open action of this incident whose key begins so; `grade-and-send` is the first
    /// sending.
    private void withdraw(Recorded<IncidentEvent> recorded, String keys, String because) {
        String about = Incidents.stream(recorded.event().incident()).text();
        for (ActionView open : actions.about(about)) {
            String key = open.action().text().substring(about.length() + 1);
            if (key.startsWith(keys) || keys.equals("send") && key.equals("grade-and-send")) {
                actions.handle(new ActionRequest.Withdraw(open.action(), because), act(recorded, "withdraw-" + key));
            }
        }
    }

    private static ActionId action(IncidentRef ref, String key) {
        return new ActionId(Incidents.stream(ref).text() + "/" + key);
    }

    private static Act act(Recorded<IncidentEvent> recorded, String key) {
        var happened = new Happened(recorded.act().happened().at(), Happened.Precision.MICROSECOND, "program");
        return Act.byProgram("control", happened)
                .causedBy(recorded.position())
                .withKey(new RequestKey("control-send-watch-%d-%s".formatted(recorded.position(), key)));
    }
}
