package org.bluelamp.desks.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskRefusal;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.Holder;
import org.bluelamp.desks.SeatView;
import org.bluelamp.desks.decide.DecideDesk;
import org.bluelamp.desks.decide.Posts;
import org.bluelamp.desks.decide.Room;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.springframework.stereotype.Component;

/// The desks as the journal holds them: reads, decides, appends.
@Component
class JournalledDesks implements Desks {
    private final Journal journal;
    private final RoomBook book;
    private final PostsToday posts;
    private final ServiceClock clock;

    JournalledDesks(Journal journal, RoomBook book, PostsToday posts, ServiceClock clock) {
        this.journal = journal;
        this.book = book;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Decision<DeskEvent, DeskRefusal> handle(DeskRequest request, Act act) {
        return Journal.retrying(_ -> {
            Instant at = act.happened().at();
            RoomBook.Known known = book.now();
            Decision<DeskEvent, DeskRefusal> decision = DecideDesk.decide(known.room(), request, posts.fresh(at));
            if (decision instanceof Decision.Accepted<DeskEvent, DeskRefusal>(List<DeskEvent> events)) {
                var used = new ArrayList<>(act.policies());
                used.add(posts.policy(at).use());
                journal.append(Append.by(act.withPolicies(used))
                        .restingOn(STREAM, known.version())
                        .writeAll(STREAM, events));
            }
            return decision;
        });
    }

    /// A room and its posts, to be asked who holds what.
    private record At(Room room, Posts posts) implements Holding {
        @Override
        public Holder of(Optional<BoroughCode> borough, Optional<DeskCode> byHand) {
            return room.holder(borough, byHand, posts);
        }

        @Override
        public Holder at(DeskCode desk) {
            return room.holder(desk, posts);
        }
    }

    @Override
    public Holding now() {
        return new At(book.now().room(), posts.posts(clock.now()));
    }

    @Override
    public Turn turn(Recorded<DeskEvent> recorded) {
        RoomBook.Rooms rooms = book.around(recorded);
        Posts then = posts.posts(recorded.act().happened().at());
        return new Turn(new At(rooms.before(), then), new At(rooms.after(), then));
    }

    @Override
    public List<SeatView> room() {
        Room room = book.now().room();
        Posts now = posts.posts(clock.now());
        return now.plan().desks().stream().map(desk -> view(desk, room, now)).toList();
    }

    private static SeatView view(DeskPlan.Desk desk, Room room, Posts posts) {
        Optional<Room.Seat> seat = Optional.ofNullable(room.seats().get(desk.code()));
        Holder holder = room.holder(desk.code(), posts);
        return desk.kind() == DeskPlan.Kind.ON_CALL
                ? new SeatView(
                        desk,
                        holder.person(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        holder)
                : new SeatView(
                        desk,
                        seat.map(Room.Seat::sitter).map(Room.Sitter::person),
                        seat.map(Room.Seat::sitter).map(Room.Sitter::since),
                        seat.flatMap(Room.Seat::breakSince),
                        seat.flatMap(Room.Seat::relief).map(Room.Sitter::person),
                        seat.flatMap(Room.Seat::present).flatMap(Room.Sitter::lostSince),
                        holder);
    }

    @Override
    public List<SeatView> of(ActorId person) {
        return room().stream()
                .filter(seat -> seat.desk().kind() != DeskPlan.Kind.ON_CALL)
                .filter(seat -> seat.person().equals(Optional.of(person))
                        || seat.relief().equals(Optional.of(person)))
                .toList();
    }

    @Override
    public DeskPlan plan() {
        return posts.policy(clock.now()).only();
    }

    @Override
    public List<ActorId> onCall() {
        return posts.posts(clock.now()).onCall();
    }

    @Override
    public boolean onCallMissing() {
        return posts.onCallMissing(clock.now());
    }

    @Override
    public List<Recorded<DeskEvent>> latest(int max) {
        return book.latest(Math.min(max, LATEST_MAX));
    }
}
