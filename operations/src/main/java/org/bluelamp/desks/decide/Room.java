package org.bluelamp.desks.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskEvent.BreakEnded;
import org.bluelamp.desks.DeskEvent.BreakTaken;
import org.bluelamp.desks.DeskEvent.ConnectionAwaited;
import org.bluelamp.desks.DeskEvent.ConnectionBack;
import org.bluelamp.desks.DeskEvent.ConnectionLost;
import org.bluelamp.desks.DeskEvent.GivenUp;
import org.bluelamp.desks.DeskEvent.GotUp;
import org.bluelamp.desks.DeskEvent.OnCallNamed;
import org.bluelamp.desks.DeskEvent.Relieved;
import org.bluelamp.desks.DeskEvent.SatDown;
import org.bluelamp.desks.DeskPlan.Desk;
import org.bluelamp.desks.Holder;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;

/// Who is at which desk, as the events leave it.
public record Room(Map<DeskCode, Seat> seats, Optional<ActorId> onCall) {
    public static final Room EMPTY = new Room(Map.of(), Optional.empty());

    private static final Comparator<DeskCode> BY_CODE = Comparator.comparing(DeskCode::text);

    public Room {
        seats = Map.copyOf(seats);
    }

    /// Somebody at a desk. `lostUntil` runs while their screen is missed.
    public record Sitter(
            ActorId person,
            RoleCode role,
            Instant since,
            boolean watched,
            Optional<Instant> lostSince,
            Optional<Instant> lostUntil) {
        static Sitter at(ActorId person, RoleCode role, Instant since, boolean watched) {
            return new Sitter(person, role, since, watched, Optional.empty(), Optional.empty());
        }

        Sitter lost(Instant since, Instant until) {
            return new Sitter(this.person, role, this.since, watched, Optional.of(since), Optional.of(until));
        }

        Sitter back() {
            return at(person, role, since, watched);
        }
    }

    /// A desk that is somebody's; while they have a break, a relief may sit there.
    public record Seat(Sitter sitter, Optional<Instant> breakSince, Optional<Sitter> relief) {
        /// Who is at the desk at this moment, if anybody.
        public Optional<Sitter> present() {
            return breakSince.isPresent() ? relief : Optional.of(sitter);
        }

        boolean isOnBreak(ActorId person) {
            return breakSince.isPresent() && sitter.person().equals(person);
        }

        boolean hasPresent(ActorId person) {
            return present().filter(there -> there.person().equals(person)).isPresent();
        }

        Seat withPresent(UnaryOperator<Sitter> change) {
            return breakSince.isPresent()
                    ? new Seat(sitter, breakSince, relief.map(change))
                    : new Seat(change.apply(sitter), breakSince, relief);
        }
    }

    /// An event and when it happened.
    public record Happening(DeskEvent event, Instant at) {}

    public static Room from(List<Happening> happenings) {
        Room room = EMPTY;
        for (Happening happening : happenings) {
            room = room.after(happening.event(), happening.at());
        }
        return room;
    }

    public Room after(DeskEvent event, Instant at) {
        return switch (event) {
            case SatDown e ->
                with(
                        e.desk(),
                        new Seat(Sitter.at(e.person(), e.role(), at, e.watched()), Optional.empty(), Optional.empty()));
            case BreakTaken e ->
                change(e.desk(), seat -> new Seat(seat.sitter().back(), Optional.of(at), Optional.empty()));
            case Relieved e ->
                change(
                        e.desk(),
                        seat -> new Seat(
                                seat.sitter(),
                                seat.breakSince(),
                                Optional.of(Sitter.at(e.relief(), e.role(), at, e.watched()))));
            case BreakEnded e -> change(e.desk(), seat -> new Seat(seat.sitter(), Optional.empty(), Optional.empty()));
            case GotUp e -> without(e.desk(), e.person());
            case GivenUp e -> without(e.desk(), e.person());
            case ConnectionLost e ->
                change(e.desk(), seat -> seat.withPresent(there -> there.lost(at, e.graceUntil())));
            case ConnectionAwaited e ->
                change(e.desk(), seat -> seat.withPresent(there -> there.lost(at, e.graceUntil())));
            case ConnectionBack e -> change(e.desk(), seat -> seat.withPresent(Sitter::back));
            case OnCallNamed e -> new Room(seats, Optional.of(e.person()));
        };
    }

    private Room with(DeskCode desk, Seat seat) {
        var all = new TreeMap<DeskCode, Seat>(BY_CODE);
        all.putAll(seats);
        all.put(desk, seat);
        return new Room(all, onCall);
    }

    private Room change(DeskCode desk, UnaryOperator<Seat> change) {
        Seat seat = seats.get(desk);
        if (seat == null) {
            throw new IllegalStateException("Nobody is at the desk (%s).".formatted(desk));
        }
        return with(desk, change.apply(seat));
    }

    /// The room once this person has left a desk: a relief stays, and the desk is theirs.
    Room without(DeskCode desk, ActorId person) {
        Seat seat = seats.get(desk);
        if (seat == null) {
            return this;
        }
        if (seat.sitter().person().equals(person)) {
            Optional<Sitter> relief = seat.relief();
            if (relief.isPresent()) {
                return with(desk, new Seat(relief.get(), Optional.empty(), Optional.empty()));
            }
            var all = new TreeMap<DeskCode, Seat>(BY_CODE);
            all.putAll(seats);
            all.remove(desk);
            return new Room(all, onCall);
        }
        return with(desk, new Seat(seat.sitter(), seat.breakSince(), Optional.empty()));
    }

    /// The desks where this holds, in the order of their codes.
    List<DeskCode> desks(Function<Seat, Boolean> where) {
        var found = new ArrayList<DeskCode>();
        seats.forEach((desk, seat) -> {
            if (where.apply(seat)) {
                found.add(desk);
            }
        });
        found.sort(BY_CODE);
        return List.copyOf(found);
    }

    /// Whether somebody left a desk for a break.
    public boolean isOnBreak(ActorId person) {
        return seats.values().stream().anyMatch(seat -> seat.isOnBreak(person));
    }

    /// Who owns the next action of something in a borough that was given to a desk by hand, or to none: whoever is at
    /// its desk, or covers it down the chain, at last the person on call.
    ///
    /// Errors: never throws; the person is empty only where the posts name nobody who may be on call.
    /// Source: ARCHITECTURE, "No incident is ever held by nobody"; D12.
    public Holder holder(Optional<BoroughCode> borough, Optional<DeskCode> byHand, Posts posts) {
        return holder(posts.plan().deskOf(borough, byHand), posts);
    }

    /// Who holds what lies with a desk of the plan.
    public Holder holder(DeskCode asked, Posts posts) {
        for (Desk desk : posts.plan().chain(asked)) {
            Optional<Sitter> there = Optional.ofNullable(seats.get(desk.code())).flatMap(Seat::present);
            if (there.isPresent()) {
                return new Holder(asked, desk.code(), Optional.of(there.get().person()));
            }
        }
        return new Holder(asked, posts.plan().onCall().code(), posts.onCall(onCall));
    }
}
