package org.bluelamp.journal.internal;

import java.util.List;

/// A log that is sealed: the journal itself, or the looking-log beside it.
///
/// The leaf with index `i`, counted from 0, is the entry at position `i + 1`.
interface LeafSource {

    /// The name under which the log is sealed: `journal` or `looking`.
    String log();

    /// How many entries are committed; as positions have no gaps, the newest position.
    long size();

    /// The leaf hashes with index `from` (counted) to `to` (not counted), in order, computed from what is stored.
    ///
    /// Errors: `IllegalStateException` when one of the entries is not there.
    List<MerkleHash> leaves(long from, long to);
}
