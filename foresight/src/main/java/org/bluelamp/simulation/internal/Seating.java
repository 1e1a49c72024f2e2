package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.SeatView;
import org.bluelamp.kernel.RoleCode;

/// The room's people who sit down at the desks the demo world needs, so that what lies there is somebody's; the pod is
/// left to a visitor who may sit there and sits nowhere yet.
final class Seating implements Actor {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);
    private static final String POD = "pod-1";
    private static final Set<String> DESKS = Set.of("call-1", "call-2", "call-3", POD, "om-1", "shift-manager");

    private final Desks desks;
    private final Cast cast;
    private final Outcomes outcomes;
    private Instant looksAt = Instant.MIN;

    Seating(Desks desks, Cast cast, Outcomes outcomes) {
        this.desks = desks;
        this.cast = cast;
        this.outcomes = outcomes;
    }

    @Override
    public void act(Instant now) {
        if (now.isBefore(looksAt)) {
            return;
        }
        looksAt = now.plus(LOOKS_EVERY);
        for (SeatView seat : desks.room()) {
            if (!DESKS.contains(seat.desk().code().text())) {
                continue;
            }
            boolean left = seat.desk().code().text().equals(POD) && visitorStands(seat.desk());
            if (seat.person().isEmpty() && !left) {
                sit(seat.desk(), now);
            } else if (left) {
                getUp(seat, now);
            }
        }
    }

    private boolean visitorStands(DeskPlan.Desk desk) {
        return desk.roles().stream()
                .flatMap(role -> cast.everybody(role.code()).stream())
                .anyMatch(seat -> cast.visits(seat.person())
                        && desks.of(seat.person().actor()).isEmpty());
    }

    private void sit(DeskPlan.Desk desk, Instant now) {
        desk.roles().stream().flatMap(role -> free(role).stream()).findFirst().ifPresent(seat -> {
            var request = new DeskRequest.Sit(desk.code(), seat.person().actor(), seat.role(), false);
            outcomes.ask("desks taken", () -> desks.handle(request, seat.act(now)));
        });
    }

    private Optional<Seat> free(RoleCode role) {
        List<Seat> seats = cast.everybody(role.code());
        return seats.stream()
                .filter(seat -> !cast.visits(seat.person())
                        && desks.of(seat.person().actor()).isEmpty())
                .findFirst();
    }

    private void getUp(SeatView taken, Instant now) {
        cast.everybody("COMMUNICATIONS_OFFICER").stream()
                .filter(seat -> taken.person().equals(Optional.of(seat.person().actor())))
                .filter(seat -> !cast.visits(seat.person()))
                .findFirst()
                .ifPresent(seat -> {
                    var request = new DeskRequest.GetUp(
                            seat.person().actor(), Optional.of(taken.desk().code()));
                    outcomes.ask("desks left to visitors", () -> desks.handle(request, seat.act(now)));
                });
    }
}
