package org.bluelamp.desks.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Seats;
import org.bluelamp.console.Viewer;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.SeatView;
import org.springframework.stereotype.Component;

/// Where somebody sits, at the top of every page they see; and, in the room, that nobody is on call.
@Component
class SeatLine implements Seats {
    static final String NOBODY_ON_CALL =
            "Nobody holds a role today that may be on call. The administrator is asked to post somebody.";

    private final Desks desks;

    SeatLine(Desks desks) {
        this.desks = desks;
    }

    @Override
    public Line of(Viewer viewer) {
        if (!viewer.may("desks.read")) {
            return Line.NOTHING;
        }
        List<SeatView> seats = desks.of(viewer.actor());
        return new Line(
                seats.stream().findFirst().map(first -> seat(first, seats)),
                desks.onCallMissing() ? Optional.of(NOBODY_ON_CALL) : Optional.empty());
    }

    private static Seat seat(SeatView first, List<SeatView> seats) {
        String more = seats.size() > 1 ? " and %d more".formatted(seats.size() - 1) : "";
        return new Seat(
                first.desk().label() + more,
                seats.stream().anyMatch(seat -> seat.breakSince().isPresent()));
    }
}
