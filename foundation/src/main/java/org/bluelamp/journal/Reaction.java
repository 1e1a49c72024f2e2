package org.bluelamp.journal;

/// A follower that makes requests or sends something: it starts at the position where it was installed, is never
/// replayed, and ignores imported history.
public interface Reaction<E> {

    /// Stable name, `module/what`, e.g. `supervision/restraint-watch`.
    String name();

    Class<E> follows();

    /// Reacts to one event. Its own requests must carry request keys made from the position, so that a crash
    /// between them and the checkpoint repeats nothing.
    void on(Recorded<E> recorded);
}
