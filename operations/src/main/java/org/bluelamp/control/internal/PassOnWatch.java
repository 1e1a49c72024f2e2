package org.bluelamp.control.internal;

import java.util.Optional;
import org.bluelamp.control.Asked;
import org.bluelamp.control.IncidentEvent;
import org.bluelamp.control.IncidentEvent.Keeper;
import org.bluelamp.control.IncidentEvent.Passing;
import org.bluelamp.control.IncidentRefusal;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.Sight;
import org.bluelamp.control.decide.Decide;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.Holder;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.springframework.stereotype.Component;

/// When somebody leaves a desk or comes back, writes into the log of each open incident that passed to somebody else
/// who has it now. Who has it is true before: it is computed from the desks at every moment.
///
/// At most `Incidents.OPEN_MAX` incidents are written for one event, in the order of the queue; each is an append of
/// its own, so nobody waits for all of them.
@Component
class PassOnWatch implements Reaction<DeskEvent> {
    private static final ActorId PROGRAM = new ActorId("system/control");

    private final Desks desks;
    private final HeldIncidents held;
    private final Journal journal;
    private final Rulebook rulebook;

    PassOnWatch(Desks desks, HeldIncidents held, Journal journal, Rulebook rulebook) {
        this.desks = desks;
        this.held = held;
        this.journal = journal;
        this.rulebook = rulebook;
    }

    @Override
    public String name() {
        return "control/pass-on-watch";
    }

    @Override
    public Class<DeskEvent> follows() {
        return DeskEvent.class;
    }

    @Override
    public void on(Recorded<DeskEvent> recorded) {
        why(recorded.event()).ifPresent(why -> {
            Desks.Turn turn = desks.turn(recorded);
            for (HeldIncidents.Open open :
                    held.openedBefore(recorded.act().happened().at())) {
                Holder before = turn.before().of(open.borough(), open.byHand());
                Holder after = turn.after().of(open.borough(), open.byHand());
                if (!before.person().equals(after.person())) {
                    pass(open.incident(), before, after, why, recorded);
                }
            }
        });
    }

    private static Optional<Passing> why(DeskEvent event) {
        return switch (event) {
            case DeskEvent.SatDown _, DeskEvent.BreakEnded _ -> Optional.of(Passing.RETURNED);
            case DeskEvent.BreakTaken _, DeskEvent.Relieved _ -> Optional.of(Passing.BREAK);
            case DeskEvent.GotUp _ -> Optional.of(Passing.SIGNED_OFF);
            case DeskEvent.GivenUp _ -> Optional.of(Passing.CONNECTION_LOST);
            case DeskEvent.OnCallNamed _ -> Optional.of(Passing.ON_CALL_NAMED);
            case DeskEvent.ConnectionLost _, DeskEvent.ConnectionAwaited _, DeskEvent.ConnectionBack _ ->
                Optional.empty();
        };
    }

    private void pass(IncidentRef incident, Holder before, Holder after, Passing why, Recorded<DeskEvent> recorded) {
        var key = new RequestKey("control-pass-on-%d-%s".formatted(recorded.position(), incident));
        Happened happened = recorded.act().happened();
        var asked =
                new Asked(new Sight(PROGRAM, null), new RoleCode("PROGRAM"), EnteredHow.PROGRAM, happened.at(), key);
        var request = new IncidentRequest.Pass(asked, incident, keeper(before), keeper(after), why);
        var act = Act.byProgram("control", new Happened(happened.at(), happened.precision(), "program"))
                .causedBy(recorded.position())
                .withKey(key);
        Journal.retrying(_ -> {
            var streams = new ReadStreams(journal);
            streams.incident(incident);
            // Whoever wrote it, a restricted incident is somebody's too; nothing of it is shown here.
            var standing = streams.before(request, true, rulebook.rules(asked));
            if (Decide.change(request, standing)
                    instanceof Decision.Accepted<IncidentEvent, IncidentRefusal> accepted) {
                Append append = streams.write(Append.by(act), accepted.events());
                journal.appendOnce(append, RequestText.of(request, asked), incident.toString());
            }
            return incident;
        });
    }

    private static Keeper keeper(Holder holder) {
        return new Keeper(holder.desk().text(), holder.person().orElse(null));
    }
}
