package org.bluelamp.journal;

import java.time.Instant;

/// What can happen to a clock that runs on a stream.
public sealed interface DeadlineEvent {
    /// The clock `deadline`, set by the entry at `setBy`, was due at `dueAt` and has passed.
    record Passed(String deadline, Instant dueAt, long setBy) implements DeadlineEvent {}
}
