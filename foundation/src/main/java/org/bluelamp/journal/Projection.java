package org.bluelamp.journal;

/// A follower that only writes its own tables and can be dropped and rebuilt from the record at any time.
/// It sees every event it follows, live and imported, once and in order; what it writes and how far it has read
/// commit together.
public interface Projection<E> {

    /// Stable name, `module/what`, e.g. `control/incident-board`.
    String name();

    Class<E> follows();

    /// Applies one event. Called inside a transaction.
    void on(Recorded<E> recorded);

    /// Empties its tables, before a rebuild. Called inside a transaction.
    void clear();

    /// Whether it is applied inside the append itself, for screens that need it at once (STYLE, section 9);
    /// otherwise it follows.
    default boolean immediate() {
        return false;
    }

    /// Called after a batch of followed events, before its transaction commits; for projections that write in bulk.
    default void flush() {}
}
