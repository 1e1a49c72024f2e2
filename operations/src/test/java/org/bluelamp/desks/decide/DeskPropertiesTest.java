package org.bluelamp.desks.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskPlan.Desk;
import org.bluelamp.desks.DeskRefusal;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Holder;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;
import org.junit.jupiter.api.Test;

/// What holds after every sequence of requests. Seeded; the seed stands in every message.
class DeskPropertiesTest {
    private static final int CASES = 1_000;
    private static final int STEPS = 40;
    private static final long SEED = 20_261_122L;
    private static final List<RoleCode> ROLES =
            List.of(SmallRoom.OFFICER, SmallRoom.SUPERVISOR, SmallRoom.MANAGER, SmallRoom.CHIEF);

    /// Where everybody is, told from the events alone and more simply than the room does.
    private static final class Told {
        private final Map<DeskCode, ActorId> there = new HashMap<>();
        private final Map<DeskCode, ActorId> away = new HashMap<>();

        void take(DeskEvent event) {
            switch (event) {
                case DeskEvent.SatDown e -> there.put(e.desk(), e.person());
                case DeskEvent.BreakTaken e -> {
                    there.remove(e.desk());
                    away.put(e.desk(), e.person());
                }
                case DeskEvent.Relieved e -> there.put(e.desk(), e.relief());
                case DeskEvent.BreakEnded e -> {
                    away.remove(e.desk());
                    there.put(e.desk(), e.person());
                }
                case DeskEvent.GotUp e -> leave(e.desk(), e.person());
                case DeskEvent.GivenUp e -> leave(e.desk(), e.person());
                case DeskEvent.ConnectionLost _,
                        DeskEvent.ConnectionAwaited _,
                        DeskEvent.ConnectionBack _,
                        DeskEvent.OnCallNamed _ -> {}
            }
        }

        private void leave(DeskCode desk, ActorId person) {
            there.remove(desk, person);
            away.remove(desk, person);
        }
    }

    @Test
    void every_borough_has_one_holder_who_is_at_a_desk_or_on_call_and_never_one_on_a_break_or_gone() {
        for (int run = 0; run < CASES; run++) {
            var random = new Random(SEED + run);
            var told = new Told();
            Room room = Room.EMPTY;
            for (int step = 0; step < STEPS; step++) {
                DeskRequest request = request(random, room);
                Decision<DeskEvent, DeskRefusal> decision = SmallRoom.decide(room, request);
                if (decision instanceof Decision.Accepted<DeskEvent, DeskRefusal>(List<DeskEvent> events)) {
                    for (DeskEvent event : events) {
                        room = room.after(event, SmallRoom.AT.plusSeconds(step));
                        told.take(event);
                    }
                    check(events, room, told, "seed %d, step %d, %s".formatted(SEED + run, step, request));
                }
            }
        }
    }

    private static void check(List<DeskEvent> events, Room room, Told told, String when) {
        var places = new ArrayList<Optional<BoroughCode>>();
        SmallRoom.PLAN.boroughs().forEach(borough -> places.add(Optional.of(borough)));
        places.add(Optional.empty());
        for (Optional<BoroughCode> place : places) {
            Holder holder = room.holder(place, Optional.empty(), SmallRoom.POSTS);
            ActorId person = holder.person().orElseThrow(() -> new AssertionError("nobody: " + when));
            boolean atDesk = person.equals(told.there.get(holder.desk()));
            boolean onCall = holder.desk().equals(SmallRoom.ON_CALL)
                    && SmallRoom.POSTS.onCall().contains(person);
            assertThat(atDesk || onCall)
                    .as("%s holds %s: %s", person, place, when)
                    .isTrue();
            assertThat(atDesk && told.away.containsValue(person))
                    .as("%s holds %s on a break: %s", person, place, when)
                    .isFalse();
        }
        for (DeskEvent event : events) {
            covered(event)
                    .ifPresent(left -> assertThat(SmallRoom.PLAN.chain(left.desk()).stream()
                                    .map(Desk::code)
                                    .anyMatch(left.cover().desk()::equals))
                            .as(when)
                            .isTrue());
        }
    }

    private record Left(DeskCode desk, DeskEvent.Cover cover) {}

    private static Optional<Left> covered(DeskEvent event) {
        return switch (event) {
            case DeskEvent.BreakTaken e -> Optional.of(new Left(e.desk(), e.coveredBy()));
            case DeskEvent.GotUp e -> Optional.of(new Left(e.desk(), e.coveredBy()));
            case DeskEvent.GivenUp e -> Optional.of(new Left(e.desk(), e.coveredBy()));
            case DeskEvent.SatDown _,
                    DeskEvent.Relieved _,
                    DeskEvent.BreakEnded _,
                    DeskEvent.ConnectionLost _,
                    DeskEvent.ConnectionAwaited _,
                    DeskEvent.ConnectionBack _,
                    DeskEvent.OnCallNamed _ -> Optional.empty();
        };
    }

    private static DeskRequest request(Random random, Room room) {
        ActorId person = new ActorId("p-" + (1 + random.nextInt(9)));
        List<DeskPlan.Desk> desks = SmallRoom.PLAN.desks();
        DeskCode desk = desks.get(random.nextInt(desks.size())).code();
        Instant until = SmallRoom.AT.plusSeconds(random.nextInt(3));
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 ->
                new DeskRequest.Sit(desk, person, ROLES.get(random.nextInt(ROLES.size())), random.nextBoolean());
            case 4, 5 -> new DeskRequest.Break(person);
            case 6 -> new DeskRequest.Return(person);
            case 7 -> new DeskRequest.GetUp(person, random.nextBoolean() ? Optional.of(desk) : Optional.empty());
            case 8 -> new DeskRequest.NameOnCall(person);
            case 9 -> new DeskRequest.LoseConnection(person, until);
            case 10 ->
                random.nextBoolean()
                        ? new DeskRequest.FindConnection(person)
                        : new DeskRequest.AwaitConnection(desk, until.plusSeconds(5));
            default ->
                new DeskRequest.GiveUp(
                        desk,
                        Optional.ofNullable(room.seats().get(desk))
                                .flatMap(Room.Seat::present)
                                .flatMap(Room.Sitter::lostUntil)
                                .orElse(until));
        };
    }
}
