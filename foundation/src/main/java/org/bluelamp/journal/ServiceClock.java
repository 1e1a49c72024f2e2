package org.bluelamp.journal;

import java.time.Instant;

/// The clock of the service: domain time. In the demo it can run fast; every change of it is an entry.
public interface ServiceClock {
    Instant now();

    /// How many service seconds pass in a machine second; 1 in a live service.
    int rate();
}
