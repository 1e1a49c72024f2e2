package org.bluelamp.journal.internal;

import java.time.Instant;
import java.util.List;

/// What verification needs to know of one entry, computed from its row and from nothing else.
///
/// `faults` say what is wrong with the row by itself; `stream` is empty in a log without streams; `withheld`
/// says that a personal part was there and is not any more. An entry that is missing has a `leaf` that no entry
/// can have.
record VerifRow(
        long position,
        MerkleHash leaf,
        String stream,
        long version,
        Instant recordedAt,
        boolean withheld,
        List<String> faults) {

    /// Stands for an entry that is not there or cannot be read.
    static final MerkleHash NO_LEAF = MerkleHash.EMPTY;

    static VerifRow unreadable(long position, String reason) {
        return new VerifRow(position, NO_LEAF, "", 0, Instant.MIN, false, List.of(reason));
    }

    boolean readable() {
        return !leaf.equals(NO_LEAF);
    }
}
