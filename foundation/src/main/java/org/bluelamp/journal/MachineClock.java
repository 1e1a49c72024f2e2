package org.bluelamp.journal;

import java.time.Instant;

/// The clock of the machine, for sessions, tokens and `recordedAt`; it never goes backwards.
public interface MachineClock {
    Instant now();
}
