package org.bluelamp.control;

import java.util.List;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskRefusal;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.SeatView;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;

/// A room without desks, for tests of incidents alone: nobody asks it anything.
public class NoDesks implements Desks {
    @Override
    public Decision<DeskEvent, DeskRefusal> handle(DeskRequest request, Act act) {
        throw new IllegalStateException("There are no desks here.");
    }

    @Override
    public List<SeatView> room() {
        return List.of();
    }

    @Override
    public DeskPlan plan() {
        throw new IllegalStateException("There are no desks here.");
    }

    @Override
    public Holding now() {
        throw new IllegalStateException("There are no desks here.");
    }

    @Override
    public List<SeatView> of(ActorId person) {
        return List.of();
    }

    @Override
    public List<ActorId> onCall() {
        return List.of();
    }

    @Override
    public boolean onCallMissing() {
        return false;
    }

    @Override
    public List<Recorded<DeskEvent>> latest(int max) {
        return List.of();
    }

    @Override
    public Turn turn(Recorded<DeskEvent> recorded) {
        throw new IllegalStateException("There are no desks here.");
    }
}
