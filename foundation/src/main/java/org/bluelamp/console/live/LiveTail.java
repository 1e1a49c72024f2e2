package org.bluelamp.console.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.springframework.stereotype.Component;

/// Reads the journal on from any position: what of the events asked for came since, and how far that reaches.
@Component
class LiveTail {
    /// The most entries read in one go.
    static final int ENTRIES_MAX = 500;

    private final Journal journal;

    LiveTail(Journal journal) {
        this.journal = journal;
    }

    /// Entries in order, and the position up to which nothing else of these kinds was recorded.
    record Stretch(List<Recorded<?>> entries, long upTo) {}

    long position() {
        return journal.position();
    }

    /// What was recorded after a position. Positions are commit order without gaps, so whatever stands at or before
    /// the position read first is seen by the reading after it.
    Stretch after(long position, Set<Class<?>> kinds) {
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
