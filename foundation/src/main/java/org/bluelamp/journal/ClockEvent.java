package org.bluelamp.journal;

import java.time.Instant;

/// What can happen to the service clock.
public sealed interface ClockEvent {
    /// From the machine's `machineAt` the service clock reads `serviceAt` and runs `rate` times as fast.
    record ClockSet(Instant serviceAt, Instant machineAt, int rate) implements ClockEvent {}
}
