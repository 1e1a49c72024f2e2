package org.bluelamp.journal.internal;

import java.util.ArrayList;
import java.util.List;

/// A log that can be read again entry by entry, to be sealed and to be checked.
interface VerifSource extends LeafSource {

    /// The rows with position above `after` up to `upTo`, in order, as far as they are there. May be called by
    /// several threads at once.
    List<VerifRow> rows(long after, long upTo);

    /// The positions whose personal part a withholding entry names; empty in a log without personal parts.
    default java.util.Set<Long> withheldPositions() {
        return java.util.Set.of();
    }

    /// The version of the stream before this position, 0 where it has none; always 0 in a log without streams.
    default long versionBefore(String stream, long position) {
        return 0;
    }

    /// Holds what the log believes its streams' newest versions to be against what they are.
    default void checkHeads(VerifStreams streams, VerifFindings findings) {
        // A log without streams has none.
    }

    /// Exactly one row for every position above `after` up to `upTo`: the gaps are filled with what says so.
    default List<VerifRow> everyPosition(long after, long upTo) {
        List<VerifRow> stored = rows(after, upTo);
        var all = new ArrayList<VerifRow>((int) (upTo - after));
        long next = after + 1;
        for (VerifRow row : stored) {
            for (; next < row.position(); next++) {
                all.add(missing(next));
            }
            if (row.position() == next) {
                all.add(row);
                next++;
            }
        }
        for (; next <= upTo; next++) {
            all.add(missing(next));
        }
        return all;
    }

    @Override
    default List<MerkleHash> leaves(long from, long to) {
        return everyPosition(from, to).stream().map(VerifRow::leaf).toList();
    }

    private static VerifRow missing(long position) {
        return VerifRow.unreadable(position, "There is no entry at this position.");
    }
}
