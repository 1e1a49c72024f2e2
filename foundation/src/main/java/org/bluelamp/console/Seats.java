package org.bluelamp.console;

import java.util.Optional;

/// A slot: where somebody sits in the control room, shown at the top of every page they see. Filled by `desks`.
public interface Seats {

    /// Where they sit in words, and whether they have a break.
    record Seat(String where, boolean away) {}

    /// What the top of a page says: the seat, if they have one, and a warning to everybody in the room, if there is
    /// one.
    record Line(Optional<Seat> seat, Optional<String> warning) {
        public static final Line NOTHING = new Line(Optional.empty(), Optional.empty());
    }

    Line of(Viewer viewer);
}
