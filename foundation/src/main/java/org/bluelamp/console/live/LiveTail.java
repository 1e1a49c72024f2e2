package org.bluelamp.console.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.springframework.stereotype.Component;

/// Reads the journal on from any position: what of the events asked for came since, and how far that reaches.
///
/// The newest entries are read once for all streams of a node and kept; only a stream that starts further back,
/// or has fallen behind them, reads the record itself.
@Component
class LiveTail {
    /// The most entries read in one go.
    static final int ENTRIES_MAX = 500;

    /// The most entries kept for all streams.
    static final int KEPT_MAX = 5_000;

    private final Journal journal;
    private final LiveChanges changes;
    private final ReentrantLock reading = new ReentrantLock();
    private final Deque<Recorded<?>> kept = new ArrayDeque<>();
    /// Every entry after this position, up to and with `keptTo`, is kept; -1 while nothing was read.
    private long keptAfter = -1;
    private long keptTo = -1;
    private long readAt = -1;
    private long readNanos;

    LiveTail(Journal journal, LiveChanges changes) {
        this.journal = journal;
        this.changes = changes;
    }

    /// Entries in order, and the position up to which nothing else of these kinds was recorded.
    record Stretch(List<Recorded<?>> entries, long upTo) {}

    long position() {
        return journal.position();
    }

    /// Reads what was recorded since, for all streams: once for each announcement heard, and every
    /// `LiveWake.POLL` where none is.
    void readOn(long heard) {
        reading.lock();
        try {
            long now = System.nanoTime();
            if (keptTo >= 0 && heard == readAt && now - readNanos < LiveWake.POLL.toNanos()) {
                return;
            }
            readAt = heard;
            readNanos = now;
            if (keptTo < 0) {
                keptTo = journal.position();
                keptAfter = keptTo;
            }
            Stretch stretch = read(keptTo, changes.allKinds());
            kept.addAll(stretch.entries());
            keptTo = stretch.upTo();
            while (kept.size() > KEPT_MAX) {
                keptAfter = kept.removeFirst().position();
            }
        } finally {
            reading.unlock();
        }
    }

    /// What was recorded after a position, as far as it was read.
    Stretch after(long position, Set<Class<?>> kinds) {
        reading.lock();
        try {
            if (position >= keptAfter && keptAfter >= 0) {
                return new Stretch(newest(position, kinds), Math.max(keptTo, position));
            }
        } finally {
            reading.unlock();
        }
        return read(position, kinds);
    }

    /// The kept entries after a position, from the newest back: what a stream has not been told is little.
    private List<Recorded<?>> newest(long position, Set<Class<?>> kinds) {
        var found = new ArrayDeque<Recorded<?>>();
        for (Iterator<Recorded<?>> back = kept.descendingIterator(); back.hasNext(); ) {
            Recorded<?> recorded = back.next();
            if (recorded.position() <= position) {
                break;
            }
            if (kinds.stream().anyMatch(kind -> kind.isInstance(recorded.event()))) {
                found.addFirst(recorded);
            }
        }
        return List.copyOf(found);
    }

    /// Positions are commit order without gaps, so whatever stands at or before the position read first is seen
    /// by the reading after it.
    private Stretch read(long position, Set<Class<?>> kinds) {
        long upTo = journal.position();
        if (upTo <= position || kinds.isEmpty()) {
            return new Stretch(List.of(), Math.max(upTo, position));
        }
        var found = new ArrayList<Recorded<?>>();
        for (Class<?> kind : kinds) {
            List<? extends Recorded<?>> some = journal.after(position, ENTRIES_MAX, kind);
            if (some.size() == ENTRIES_MAX) {
                upTo = Math.min(upTo, some.getLast().position());
            }
            found.addAll(some);
        }
        long reach = upTo;
        found.removeIf(recorded -> recorded.position() > reach);
        found.sort(Comparator.comparingLong(Recorded::position));
        return new Stretch(List.copyOf(found), reach);
    }
}
