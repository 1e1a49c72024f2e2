package org.bluelamp.desks.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.desks.DeskEvent;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.decide.Room;
import org.bluelamp.journal.Deadlines.DeadlineEvent;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.springframework.stereotype.Component;

/// The room as the record has it, kept in memory and read on from where it was read last, so that years of coming and
/// going are folded once for each start of the program. Events of other nodes are seen with the next question.
@Component
class RoomBook {
    /// The most entries read in one go.
    static final int ENTRIES_MAX = 1_000;

    /// How many rooms of the past are kept for followers, which are rarely further behind.
    static final int KEPT_MAX = 200;

    private final Journal journal;
    private long read;
    private Known known = new Known(Room.EMPTY, 0);
    private final Map<Long, Rooms> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Rooms> eldest) {
            return size() > KEPT_MAX;
        }
    };

    RoomBook(Journal journal) {
        this.journal = journal;
    }

    /// The room and the version of its stream.
    record Known(Room room, long version) {}

    /// An event with the room before and after it.
    record Rooms(Room before, Room after, Recorded<DeskEvent> event) {}

    synchronized Known now() {
        long upTo = journal.position();
        while (read < upTo) {
            readOn(upTo);
        }
        return known;
    }

    /// Positions are commit order, so whatever stands at or before the position asked first is seen after it.
    private void readOn(long position) {
        long upTo = position;
        var found = new ArrayList<Recorded<?>>();
        for (Class<?> kind : List.of(DeskEvent.class, DeadlineEvent.class)) {
            List<? extends Recorded<?>> some = journal.after(read, ENTRIES_MAX, kind);
            if (some.size() == ENTRIES_MAX) {
                upTo = Math.min(upTo, some.getLast().position());
            }
            found.addAll(some);
        }
        long reach = upTo;
        found.stream()
                .filter(entry -> entry.position() <= reach && entry.stream().equals(Desks.STREAM))
                .sorted(Comparator.comparingLong(Recorded::position))
                .forEach(this::take);
        read = reach;
    }

    private void take(Recorded<?> entry) {
        Room room = known.room();
        if (entry.event() instanceof DeskEvent event) {
            Room after = room.after(event, entry.act().happened().at());
            kept.put(entry.position(), new Rooms(room, after, Recorded.of(entry, DeskEvent.class)));
            room = after;
        }
        known = new Known(room, entry.version());
    }

    /// The rooms around an event, folded from the record where it is long ago.
    synchronized Rooms around(Recorded<DeskEvent> recorded) {
        now();
        Rooms rooms = kept.get(recorded.position());
        if (rooms != null) {
            return rooms;
        }
        Room before = Room.from(journal.read(Desks.STREAM, DeskEvent.class).entries().stream()
                .filter(entry -> entry.position() < recorded.position())
                .map(entry ->
                        new Room.Happening(entry.event(), entry.act().happened().at()))
                .toList());
        return new Rooms(
                before, before.after(recorded.event(), recorded.act().happened().at()), recorded);
    }

    /// The newest events, the newest first.
    synchronized List<Recorded<DeskEvent>> latest(int max) {
        now();
        return kept.values().stream()
                .map(Rooms::event)
                .sorted(Comparator.comparingLong((Recorded<DeskEvent> event) -> event.position())
                        .reversed())
                .limit(max)
                .toList();
    }
}
