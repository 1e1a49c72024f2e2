package org.bluelamp.journal;

import java.time.Instant;

/// Sets the service clock; every change is an entry.
public interface ServiceClocks {
    /// The fastest a service clock may run, in service seconds per machine second.
    int RATE_MAX = 60;

    /// Lets the service clock run on from what it reads now, `rate` times as fast as the machine's.
    ///
    /// Errors: `IllegalArgumentException` for a rate below 1 or above `RATE_MAX`.
    void run(int rate, Act act);

    /// What can happen to the service clock.
    sealed interface ClockEvent {
        /// From the machine's `machineAt` the service clock reads `serviceAt` and runs `rate` times as fast.
        record ClockSet(Instant serviceAt, Instant machineAt, int rate) implements ClockEvent {}
    }
}
