package org.bluelamp.desks;

import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;

/// The way in to the desks of the control room for every other module.
public interface Desks {
    /// The most events one list shows.
    int LATEST_MAX = 50;

    StreamId STREAM = new StreamId("desks/control-room");

    /// Decides and records.
    ///
    /// Errors: `StaleStream` when others wrote at the same moment three times in a row.
    Decision<DeskEvent, DeskRefusal> handle(DeskRequest request, Act act);

    /// Every desk of the plan in force, in its order.
    List<SeatView> room();

    DeskPlan plan();

    /// Who holds what, at this moment; asked once for a whole page.
    Holding now();

    /// Who owns the next action of something in a borough (empty: none is known) that was given to a desk by hand, or
    /// to none.
    default Holder holderOf(Optional<BoroughCode> borough, Optional<DeskCode> byHand) {
        return now().of(borough, byHand);
    }

    /// The desks somebody is at, or left for a break, in the order of the plan.
    List<SeatView> of(ActorId person);

    /// Who may be on call today, whoever is named first.
    List<ActorId> onCall();

    /// Whether nobody holds the role that may be on call, so that somebody of another role stands in.
    boolean onCallMissing();

    /// What happened last, the newest first; `LATEST_MAX` at most.
    List<Recorded<DeskEvent>> latest(int max);

    /// What one event of the desks changed, by the plan that was in force when it happened.
    Turn turn(Recorded<DeskEvent> recorded);

    /// Who holds what at one moment.
    interface Holding {
        Holder of(Optional<BoroughCode> borough, Optional<DeskCode> byHand);

        Holder at(DeskCode desk);
    }

    record Turn(Holding before, Holding after) {}
}
