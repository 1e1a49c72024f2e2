package org.bluelamp.desks.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskPlan.Desk;
import org.bluelamp.desks.DeskPlan.Kind;
import org.bluelamp.desks.DeskRefusal;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;

/// A small control room of three pods, a supervisor, a shift manager and two people who may be on call.
final class SmallRoom {
    static final BoroughCode WESTMINSTER = new BoroughCode("E09000033");
    static final BoroughCode CAMDEN = new BoroughCode("E09000007");
    static final BoroughCode HACKNEY = new BoroughCode("E09000012");
    static final DeskCode POD_1 = new DeskCode("pod-1");
    static final DeskCode POD_2 = new DeskCode("pod-2");
    static final DeskCode POD_3 = new DeskCode("pod-3");
    static final DeskCode OM = new DeskCode("om-1");
    static final DeskCode SHIFT = new DeskCode("shift-manager");
    static final DeskCode ON_CALL = new DeskCode("on-call");
    static final RoleCode OFFICER = new RoleCode("COMMUNICATIONS_OFFICER");
    static final RoleCode SUPERVISOR = new RoleCode("OM_SUPERVISOR");
    static final RoleCode MANAGER = new RoleCode("SHIFT_MANAGER");
    static final RoleCode CHIEF = new RoleCode("CONTROL_ROOM_CHIEF_INSPECTOR");
    static final ActorId SCONCE = new ActorId("p-1");
    static final ActorId WICK = new ActorId("p-2");
    static final ActorId BEACON = new ActorId("p-3");
    static final ActorId TAPER = new ActorId("p-8");
    static final ActorId LANTERN = new ActorId("p-9");
    static final Instant AT = Instant.parse("2026-11-22T21:04:00Z");

    static final DeskPlan PLAN = new DeskPlan(
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            List.of(WESTMINSTER, CAMDEN, HACKNEY),
            POD_1,
            List.of(
                    pod(POD_1, WESTMINSTER),
                    pod(POD_2, CAMDEN),
                    pod(POD_3, HACKNEY),
                    desk(OM, Kind.OPERATIONAL_MONITORING, List.of(SUPERVISOR, MANAGER), Optional.of(SHIFT)),
                    desk(SHIFT, Kind.SHIFT_MANAGER, List.of(MANAGER, CHIEF), Optional.of(ON_CALL)),
                    desk(ON_CALL, Kind.ON_CALL, List.of(CHIEF), Optional.empty())));
    static final Posts POSTS = new Posts(PLAN, List.of(TAPER, LANTERN));

    private SmallRoom() {}

    static Desk pod(DeskCode code, BoroughCode borough) {
        return new Desk(code, code.text(), Kind.POD, List.of(borough), List.of(OFFICER, SUPERVISOR), Optional.of(OM));
    }

    static Desk desk(DeskCode code, Kind kind, List<RoleCode> roles, Optional<DeskCode> coveredBy) {
        return new Desk(code, code.text(), kind, List.of(), roles, coveredBy);
    }

    static Decision<DeskEvent, DeskRefusal> decide(Room room, DeskRequest request) {
        return DecideDesk.decide(room, request, POSTS);
    }

    /// The room after requests that are all accepted.
    static Room after(DeskRequest... requests) {
        Room room = Room.EMPTY;
        for (DeskRequest request : requests) {
            room = after(room, request);
        }
        return room;
    }

    static Room after(Room before, DeskRequest request) {
        return switch (decide(before, request)) {
            case Decision.Accepted<DeskEvent, DeskRefusal>(List<DeskEvent> events) -> {
                Room room = before;
                for (DeskEvent event : events) {
                    room = room.after(event, AT);
                }
                yield room;
            }
            case Decision.Refused<DeskEvent, DeskRefusal>(DeskRefusal refusal) ->
                throw new AssertionError(refusal.sentence());
        };
    }

    static DeskRequest.Sit sit(DeskCode desk, ActorId person, RoleCode role) {
        return new DeskRequest.Sit(desk, person, role, true);
    }
}
