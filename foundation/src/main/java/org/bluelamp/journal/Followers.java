package org.bluelamp.journal;

import java.time.Duration;
import java.util.List;

/// The state of everything that follows the record.
public interface Followers {

    /// How far a follower has read, and since which position it is installed.
    record Progress(String name, long position, long installedAt, long parked) {}

    /// A stream a follower could not go on with, from this position, and the person who was told.
    record Parked(String follower, StreamId stream, long position, String reason, String holder) {}

    List<Progress> progress();

    List<Parked> parked();

    /// Waits until every projection on this node's database has read the journal up to where it is now.
    ///
    /// Errors: `IllegalStateException` naming the laggard when it takes longer than `atMost`.
    void awaitCaughtUp(Duration atMost);

    /// Empties a projection and builds it again from the whole record.
    ///
    /// Errors: `IllegalArgumentException` for a name that no projection has.
    void rebuild(String name);

    /// Offers the parked entries of a stream again, in order; those that still fail stay parked.
    void retry(String follower, StreamId stream);
}
