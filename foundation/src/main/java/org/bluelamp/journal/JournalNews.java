package org.bluelamp.journal;

import java.time.Duration;

/// Says that the journal has grown, on whichever node; for live screens. Between news, poll slowly.
public interface JournalNews {
    /// How much news there has been; only its change means something.
    long count();

    /// Returns when the count is no longer `seen`, or after `atMost`.
    void await(long seen, Duration atMost);
}
