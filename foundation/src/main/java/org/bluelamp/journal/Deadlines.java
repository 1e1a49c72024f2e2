package org.bluelamp.journal;

import java.time.Instant;

/// Time passing is a fact too. An event that waits on time says so by implementing `Sets` or `Cancels`; the journal
/// keeps the clock, in the same transaction as the event, and fires it once, as an entry `DeadlineEvent.Passed` on
/// the same stream, on the service clock.
public interface Deadlines {

    /// An event that starts a clock on its own stream. A second clock of the same name replaces the first.
    interface Sets {
        String deadline();

        Instant dueAt();
    }

    /// An event that stops the clock of that name on its own stream, if it runs.
    interface Cancels {
        String deadline();
    }

    /// The next time a clock is due on any stream, if one runs.
    java.util.Optional<Instant> next();

    /// What can happen to a clock that runs on a stream.
    sealed interface DeadlineEvent {
        /// The clock `deadline`, set by the entry at `setBy`, was due at `dueAt` and has passed.
        record Passed(String deadline, Instant dueAt, long setBy) implements DeadlineEvent {}
    }
}
