package org.bluelamp.desks.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.decide.Room;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Deadlines.DeadlineEvent;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClock;
import org.springframework.stereotype.Component;

/// When the grace of a lost connection passes, the desk is given up; where the service itself was out meanwhile, the
/// grace runs anew. Repeating this after a crash changes nothing: the desk is given up or waited for by then.
@Component
class LostConnections implements Reaction<DeadlineEvent> {
    private final Desks desks;
    private final RoomBook book;
    private final Presence presence;
    private final ServiceClock clock;

    LostConnections(Desks desks, RoomBook book, Presence presence, ServiceClock clock) {
        this.desks = desks;
        this.book = book;
        this.presence = presence;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "desks/lost-connections";
    }

    @Override
    public Class<DeadlineEvent> follows() {
        return DeadlineEvent.class;
    }

    @Override
    public void on(Recorded<DeadlineEvent> recorded) {
        switch (recorded.event()) {
            case DeadlineEvent.Passed passed
            when recorded.stream().equals(Desks.STREAM) && passed.deadline().startsWith(DeskEvent.CLOCK) -> {
                var desk = new DeskCode(passed.deadline().substring(DeskEvent.CLOCK.length()));
                var now = new Happened(clock.now(), Happened.Precision.MICROSECOND, "clock");
                Instant until = now.at().plus(desks.plan().afterRestart()).truncatedTo(ChronoUnit.MICROS);
                desks.handle(
                        wasOut(desk)
                                ? new DeskRequest.AwaitConnection(desk, until)
                                : new DeskRequest.GiveUp(desk, passed.dueAt()),
                        Act.byProgram("desks", now).causedBy(recorded.position()));
            }
            case DeadlineEvent.Passed _ -> {}
        }
    }

    /// Whether nobody served when the connection was lost, or nobody serves now.
    private boolean wasOut(DeskCode desk) {
        Optional<Instant> lost = Optional.ofNullable(book.now().room().seats().get(desk))
                .flatMap(Room.Seat::present)
                .flatMap(Room.Sitter::lostSince);
        boolean before = presence.upSince().isPresent()
                && lost.filter(presence.upSince().get()::isAfter).isPresent();
        return before || !presence.isServed();
    }
}
