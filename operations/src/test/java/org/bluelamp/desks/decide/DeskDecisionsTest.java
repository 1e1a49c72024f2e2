package org.bluelamp.desks.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.desks.decide.SmallRoom.AT;
import static org.bluelamp.desks.decide.SmallRoom.BEACON;
import static org.bluelamp.desks.decide.SmallRoom.CAMDEN;
import static org.bluelamp.desks.decide.SmallRoom.CHIEF;
import static org.bluelamp.desks.decide.SmallRoom.LANTERN;
import static org.bluelamp.desks.decide.SmallRoom.MANAGER;
import static org.bluelamp.desks.decide.SmallRoom.OFFICER;
import static org.bluelamp.desks.decide.SmallRoom.OM;
import static org.bluelamp.desks.decide.SmallRoom.ON_CALL;
import static org.bluelamp.desks.decide.SmallRoom.PLAN;
import static org.bluelamp.desks.decide.SmallRoom.POD_1;
import static org.bluelamp.desks.decide.SmallRoom.POD_2;
import static org.bluelamp.desks.decide.SmallRoom.POSTS;
import static org.bluelamp.desks.decide.SmallRoom.SCONCE;
import static org.bluelamp.desks.decide.SmallRoom.SHIFT;
import static org.bluelamp.desks.decide.SmallRoom.SUPERVISOR;
import static org.bluelamp.desks.decide.SmallRoom.TAPER;
import static org.bluelamp.desks.decide.SmallRoom.WESTMINSTER;
import static org.bluelamp.desks.decide.SmallRoom.WICK;
import static org.bluelamp.desks.decide.SmallRoom.after;
import static org.bluelamp.desks.decide.SmallRoom.decide;
import static org.bluelamp.desks.decide.SmallRoom.sit;
import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskEvent.BreakEnded;
import org.bluelamp.desks.DeskEvent.BreakTaken;
import org.bluelamp.desks.DeskEvent.ConnectionBack;
import org.bluelamp.desks.DeskEvent.ConnectionLost;
import org.bluelamp.desks.DeskEvent.Cover;
import org.bluelamp.desks.DeskEvent.GivenUp;
import org.bluelamp.desks.DeskEvent.GotUp;
import org.bluelamp.desks.DeskEvent.OnCallNamed;
import org.bluelamp.desks.DeskEvent.Relieved;
import org.bluelamp.desks.DeskRefusal;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.DeskRequest.Break;
import org.bluelamp.desks.DeskRequest.FindConnection;
import org.bluelamp.desks.DeskRequest.GetUp;
import org.bluelamp.desks.DeskRequest.GiveUp;
import org.bluelamp.desks.DeskRequest.LoseConnection;
import org.bluelamp.desks.DeskRequest.NameOnCall;
import org.bluelamp.desks.DeskRequest.Return;
import org.bluelamp.desks.Holder;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.junit.jupiter.api.Test;

class DeskDecisionsTest {
    private static final Instant UNTIL = AT.plusSeconds(30);

    private static Holder holder(Room room, BoroughCode borough) {
        return room.holder(Optional.of(borough), Optional.empty(), POSTS);
    }

    private static Holder holds(DeskCode asked, DeskCode desk, ActorId person) {
        return new Holder(asked, desk, Optional.of(person));
    }

    @Test
    void an_empty_room_is_held_by_the_lowest_number_on_call() {
        assertThat(holder(Room.EMPTY, WESTMINSTER)).isEqualTo(holds(POD_1, ON_CALL, TAPER));
    }

    @Test
    void whoever_sits_at_the_pod_holds_what_is_in_its_borough_and_nothing_else() {
        Room room = after(sit(POD_1, SCONCE, OFFICER), sit(OM, WICK, SUPERVISOR));
        assertThat(holder(room, WESTMINSTER)).isEqualTo(holds(POD_1, POD_1, SCONCE));
        assertThat(holder(room, CAMDEN)).isEqualTo(holds(POD_2, OM, WICK));
    }

    @Test
    void what_has_no_borough_or_one_nobody_serves_goes_to_its_pod_and_what_was_given_by_hand_to_that_desk() {
        Room room = after(sit(POD_1, SCONCE, OFFICER), sit(OM, WICK, SUPERVISOR));
        assertThat(room.holder(Optional.empty(), Optional.empty(), POSTS)).isEqualTo(holds(POD_1, POD_1, SCONCE));
        assertThat(holder(room, new BoroughCode("E09000001"))).isEqualTo(holds(POD_1, POD_1, SCONCE));
        assertThat(room.holder(Optional.of(WESTMINSTER), Optional.of(OM), POSTS))
                .isEqualTo(holds(OM, OM, WICK));
        assertThat(room.holder(Optional.of(WESTMINSTER), Optional.of(new DeskCode("pod-99")), POSTS))
                .isEqualTo(holds(POD_1, POD_1, SCONCE));
    }

    @Test
    void a_break_hands_over_down_the_chain_and_the_return_brings_it_back() {
        Room working = after(sit(POD_1, SCONCE, OFFICER), sit(SHIFT, BEACON, MANAGER));
        assertThat(decide(working, new Break(SCONCE)))
                .isEqualTo(accept(new BreakTaken(POD_1, SCONCE, new Cover(SHIFT, Optional.of(BEACON)))));
        Room away = after(working, new Break(SCONCE));
        assertThat(holder(away, WESTMINSTER)).isEqualTo(holds(POD_1, SHIFT, BEACON));
        assertThat(decide(away, new Return(SCONCE))).isEqualTo(accept(new BreakEnded(POD_1, SCONCE)));
        assertThat(holder(after(away, new Return(SCONCE)), WESTMINSTER)).isEqualTo(holds(POD_1, POD_1, SCONCE));
    }

    @Test
    void a_relief_sits_at_the_desk_of_somebody_on_a_break_until_they_are_back() {
        Room away = after(sit(POD_1, SCONCE, OFFICER), new Break(SCONCE));
        assertThat(decide(away, sit(POD_1, WICK, OFFICER)))
                .isEqualTo(accept(new Relieved(POD_1, SCONCE, WICK, OFFICER, true)));
        Room relieved = after(away, sit(POD_1, WICK, OFFICER));
        assertThat(holder(relieved, WESTMINSTER)).isEqualTo(holds(POD_1, POD_1, WICK));
        assertThat(decide(relieved, sit(POD_1, BEACON, OFFICER))).isEqualTo(refuse(new DeskRefusal.Taken(POD_1, WICK)));
        Room gone = after(relieved, new GetUp(SCONCE, Optional.empty()));
        assertThat(holder(gone, WESTMINSTER)).as("the relief stays").isEqualTo(holds(POD_1, POD_1, WICK));
        assertThat(holder(after(relieved, new Return(SCONCE)), WESTMINSTER)).isEqualTo(holds(POD_1, POD_1, SCONCE));
    }

    @Test
    void a_relief_who_takes_a_break_leaves_the_desk_to_its_cover() {
        Room relieved = after(sit(POD_1, SCONCE, OFFICER), new Break(SCONCE), sit(POD_1, WICK, OFFICER));
        assertThat(decide(relieved, new Break(WICK)))
                .isEqualTo(accept(new GotUp(POD_1, WICK, new Cover(ON_CALL, Optional.of(TAPER)))));
    }

    @Test
    void who_leaves_several_desks_at_once_is_not_named_as_their_cover() {
        Room room = after(sit(POD_1, WICK, SUPERVISOR), sit(OM, WICK, SUPERVISOR));
        var onCall = new Cover(ON_CALL, Optional.of(TAPER));
        assertThat(decide(room, new GetUp(WICK, Optional.empty())))
                .isEqualTo(accept(new GotUp(OM, WICK, onCall), new GotUp(POD_1, WICK, onCall)));
        assertThat(decide(room, new GetUp(WICK, Optional.of(POD_1))))
                .isEqualTo(accept(new GotUp(POD_1, WICK, new Cover(OM, Optional.of(WICK)))));
    }

    @Test
    void a_lost_connection_keeps_the_desk_through_the_grace_and_then_gives_it_up() {
        Room room = after(sit(POD_1, SCONCE, OFFICER));
        assertThat(decide(room, new LoseConnection(SCONCE, UNTIL)))
                .isEqualTo(accept(new ConnectionLost(POD_1, SCONCE, UNTIL)));
        Room lost = after(room, new LoseConnection(SCONCE, UNTIL));
        assertThat(holder(lost, WESTMINSTER)).isEqualTo(holds(POD_1, POD_1, SCONCE));
        assertThat(decide(lost, new FindConnection(SCONCE))).isEqualTo(accept(new ConnectionBack(POD_1, SCONCE)));
        assertThat(decide(lost, new GiveUp(POD_1, UNTIL)))
                .isEqualTo(accept(new GivenUp(POD_1, SCONCE, new Cover(ON_CALL, Optional.of(TAPER)))));
        Room back = after(lost, new FindConnection(SCONCE));
        assertThat(decide(back, new GiveUp(POD_1, UNTIL))).isEqualTo(refuse(new DeskRefusal.NothingLost("pod-1")));
    }

    @Test
    void a_grace_that_began_anew_is_not_ended_by_the_first_one() {
        Room lost = after(sit(POD_1, SCONCE, OFFICER), new LoseConnection(SCONCE, UNTIL));
        Room awaited = after(lost, new DeskRequest.AwaitConnection(POD_1, UNTIL.plusSeconds(180)));
        assertThat(decide(awaited, new GiveUp(POD_1, UNTIL))).isEqualTo(refuse(new DeskRefusal.NothingLost("pod-1")));
    }

    @Test
    void one_person_a_desk_and_the_second_is_told_who_is_there() {
        Room room = after(sit(POD_1, SCONCE, OFFICER));
        assertThat(decide(room, sit(POD_1, WICK, OFFICER))).isEqualTo(refuse(new DeskRefusal.Taken(POD_1, SCONCE)));
        assertThat(decide(room, sit(POD_1, SCONCE, OFFICER)))
                .isEqualTo(refuse(new DeskRefusal.ThereAlready(POD_1, SCONCE)));
    }

    @Test
    void nobody_sits_where_their_role_does_not_or_on_a_break_or_at_the_desk_on_call() {
        assertThat(decide(Room.EMPTY, sit(OM, SCONCE, OFFICER)))
                .isEqualTo(refuse(new DeskRefusal.RoleMayNotSit(OM, OFFICER)));
        assertThat(decide(Room.EMPTY, sit(ON_CALL, TAPER, CHIEF)))
                .isEqualTo(refuse(new DeskRefusal.NobodySitsThere(ON_CALL)));
        assertThat(decide(Room.EMPTY, sit(new DeskCode("pod-99"), SCONCE, OFFICER)))
                .isEqualTo(refuse(new DeskRefusal.UnknownDesk(new DeskCode("pod-99"))));
        Room away = after(sit(POD_1, SCONCE, OFFICER), new Break(SCONCE));
        assertThat(decide(away, sit(POD_2, SCONCE, OFFICER))).isEqualTo(refuse(new DeskRefusal.OnBreak(SCONCE)));
    }

    @Test
    void who_is_at_no_desk_has_nothing_to_leave_to_lose_or_to_come_back_to() {
        assertThat(decide(Room.EMPTY, new Break(SCONCE))).isEqualTo(refuse(new DeskRefusal.AtNoDesk(SCONCE)));
        assertThat(decide(Room.EMPTY, new Return(SCONCE))).isEqualTo(refuse(new DeskRefusal.NotOnBreak(SCONCE)));
        assertThat(decide(Room.EMPTY, new GetUp(SCONCE, Optional.empty())))
                .isEqualTo(refuse(new DeskRefusal.AtNoDesk(SCONCE)));
        assertThat(decide(Room.EMPTY, new LoseConnection(SCONCE, UNTIL)))
                .isEqualTo(refuse(new DeskRefusal.AtNoDesk(SCONCE)));
    }

    @Test
    void the_person_named_is_on_call_as_long_as_they_hold_the_role() {
        assertThat(decide(Room.EMPTY, new NameOnCall(SCONCE))).isEqualTo(refuse(new DeskRefusal.NotForOnCall(SCONCE)));
        assertThat(decide(Room.EMPTY, new NameOnCall(LANTERN))).isEqualTo(accept(new OnCallNamed(LANTERN)));
        Room named = after(new NameOnCall(LANTERN));
        assertThat(holder(named, CAMDEN)).isEqualTo(holds(POD_2, ON_CALL, LANTERN));
        assertThat(named.holder(POD_2, new Posts(PLAN, List.of(TAPER))))
                .as("they left the service")
                .isEqualTo(holds(POD_2, ON_CALL, TAPER));
    }
}
