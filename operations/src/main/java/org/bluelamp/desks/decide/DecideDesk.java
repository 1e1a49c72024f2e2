package org.bluelamp.desks.decide;

import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskEvent.Cover;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskPlan.Desk;
import org.bluelamp.desks.DeskRefusal;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Holder;
import org.bluelamp.desks.decide.Room.Seat;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;

/// Who may sit where, and who covers whom.
public final class DecideDesk {
    private DecideDesk() {}

    /// Decides a request about the desks.
    ///
    /// Errors: never throws for a plan that was checked.
    /// Source: D12, D19; ARCHITECTURE, "No incident is ever held by nobody".
    public static Decision<DeskEvent, DeskRefusal> decide(Room room, DeskRequest request, Posts posts) {
        return switch (request) {
            case DeskRequest.Sit sit -> sit(room, sit, posts.plan());
            case DeskRequest.Break taken -> takeBreak(room, taken.person(), posts);
            case DeskRequest.Return back -> comeBack(room, back.person());
            case DeskRequest.GetUp up -> getUp(room, up, posts);
            case DeskRequest.NameOnCall named ->
                posts.onCall().contains(named.person())
                        ? accept(new DeskEvent.OnCallNamed(named.person()))
                        : refuse(new DeskRefusal.NotForOnCall(named.person()));
            case DeskRequest.LoseConnection lost -> lose(room, lost);
            case DeskRequest.FindConnection found -> find(room, found);
            case DeskRequest.AwaitConnection await -> await(room, await);
            case DeskRequest.GiveUp up -> giveUp(room, up, posts);
        };
    }

    /// Errors: refuses an unknown desk, the one on call, a role that does not sit there, somebody on a break, and a
    /// desk
    /// somebody is at, naming them. One person a desk; one person may have several.
    private static Decision<DeskEvent, DeskRefusal> sit(Room room, DeskRequest.Sit sit, DeskPlan plan) {
        Optional<Desk> desk = plan.desk(sit.desk());
        if (desk.isEmpty()) {
            return refuse(new DeskRefusal.UnknownDesk(sit.desk()));
        }
        if (desk.get().kind() == DeskPlan.Kind.ON_CALL) {
            return refuse(new DeskRefusal.NobodySitsThere(sit.desk()));
        }
        if (!desk.get().roles().contains(sit.role())) {
            return refuse(new DeskRefusal.RoleMayNotSit(sit.desk(), sit.role()));
        }
        if (room.isOnBreak(sit.person())) {
            return refuse(new DeskRefusal.OnBreak(sit.person()));
        }
        Optional<Seat> seat = Optional.ofNullable(room.seats().get(sit.desk()));
        Optional<ActorId> there = seat.flatMap(Seat::present).map(Room.Sitter::person);
        if (there.isPresent()) {
            return refuse(
                    there.get().equals(sit.person())
                            ? new DeskRefusal.ThereAlready(sit.desk(), sit.person())
                            : new DeskRefusal.Taken(sit.desk(), there.get()));
        }
        return seat.isPresent()
                ? accept(new DeskEvent.Relieved(
                        sit.desk(), seat.get().sitter().person(), sit.person(), sit.role(), sit.watched()))
                : accept(new DeskEvent.SatDown(sit.desk(), sit.person(), sit.role(), sit.watched()));
    }

    /// A relief's part ends with a break of their own; what is one's own stays so.
    private static Decision<DeskEvent, DeskRefusal> takeBreak(Room room, ActorId person, Posts posts) {
        if (room.isOnBreak(person)) {
            return refuse(new DeskRefusal.OnBreak(person));
        }
        return leaving(
                room,
                person,
                room.desks(seat -> seat.hasPresent(person)),
                posts,
                (desk, cover) -> seatOf(room, desk).sitter().person().equals(person)
                        ? new DeskEvent.BreakTaken(desk, person, cover)
                        : new DeskEvent.GotUp(desk, person, cover));
    }

    private static Decision<DeskEvent, DeskRefusal> comeBack(Room room, ActorId person) {
        List<DeskCode> left = room.desks(seat -> seat.isOnBreak(person));
        return left.isEmpty()
                ? refuse(new DeskRefusal.NotOnBreak(person))
                : new Decision.Accepted<>(left.stream()
                        .<DeskEvent>map(desk -> new DeskEvent.BreakEnded(desk, person))
                        .toList());
    }

    private static Decision<DeskEvent, DeskRefusal> getUp(Room room, DeskRequest.GetUp up, Posts posts) {
        ActorId person = up.person();
        List<DeskCode> desks =
                room.desks(seat -> seat.sitter().person().equals(person) || seat.hasPresent(person)).stream()
                        .filter(desk -> up.desk().map(desk::equals).orElse(true))
                        .toList();
        return leaving(room, person, desks, posts, (desk, cover) -> new DeskEvent.GotUp(desk, person, cover));
    }

    private static Decision<DeskEvent, DeskRefusal> lose(Room room, DeskRequest.LoseConnection lost) {
        List<DeskCode> desks = room.desks(seat -> seat.present()
                .filter(there -> there.person().equals(lost.person()))
                .filter(there -> there.lostUntil().isEmpty())
                .isPresent());
        return desks.isEmpty()
                ? refuse(new DeskRefusal.AtNoDesk(lost.person()))
                : new Decision.Accepted<>(desks.stream()
                        .<DeskEvent>map(desk -> new DeskEvent.ConnectionLost(desk, lost.person(), lost.graceUntil()))
                        .toList());
    }

    private static Decision<DeskEvent, DeskRefusal> find(Room room, DeskRequest.FindConnection found) {
        List<DeskCode> desks = room.desks(seat -> seat.present()
                .filter(there -> there.person().equals(found.person()))
                .filter(there -> there.lostUntil().isPresent())
                .isPresent());
        return desks.isEmpty()
                ? refuse(new DeskRefusal.NothingLost(found.person().text()))
                : new Decision.Accepted<>(desks.stream()
                        .<DeskEvent>map(desk -> new DeskEvent.ConnectionBack(desk, found.person()))
                        .toList());
    }

    private static Decision<DeskEvent, DeskRefusal> await(Room room, DeskRequest.AwaitConnection await) {
        return lostAt(room, await.desk())
                .<Decision<DeskEvent, DeskRefusal>>map(there ->
                        accept(new DeskEvent.ConnectionAwaited(await.desk(), there.person(), await.graceUntil())))
                .orElseGet(() -> refuse(new DeskRefusal.NothingLost(await.desk().text())));
    }

    private static Decision<DeskEvent, DeskRefusal> giveUp(Room room, DeskRequest.GiveUp up, Posts posts) {
        return lostAt(room, up.desk())
                .filter(there -> there.lostUntil().equals(Optional.of(up.dueAt())))
                .map(there -> leaving(
                        room,
                        there.person(),
                        List.of(up.desk()),
                        posts,
                        (desk, cover) -> new DeskEvent.GivenUp(desk, there.person(), cover)))
                .orElseGet(() -> refuse(new DeskRefusal.NothingLost(up.desk().text())));
    }

    private static Optional<Room.Sitter> lostAt(Room room, DeskCode desk) {
        return Optional.ofNullable(room.seats().get(desk))
                .flatMap(Seat::present)
                .filter(there -> there.lostUntil().isPresent());
    }

    private static Seat seatOf(Room room, DeskCode desk) {
        Seat seat = room.seats().get(desk);
        if (seat == null) {
            throw new IllegalStateException("Nobody is at the desk (%s).".formatted(desk));
        }
        return seat;
    }

    /// One event for each desk left, each with who has it once all of them are left.
    private static Decision<DeskEvent, DeskRefusal> leaving(
            Room room,
            ActorId person,
            List<DeskCode> desks,
            Posts posts,
            BiFunction<DeskCode, Cover, DeskEvent> event) {
        if (desks.isEmpty()) {
            return refuse(new DeskRefusal.AtNoDesk(person));
        }
        Room left = room;
        for (DeskCode desk : desks) {
            left = left.without(desk, person);
        }
        Room after = left;
        return new Decision.Accepted<>(desks.stream()
                .map(desk -> {
                    Holder holder = after.holder(desk, posts);
                    return event.apply(desk, new Cover(holder.desk(), holder.person()));
                })
                .toList());
    }
}
