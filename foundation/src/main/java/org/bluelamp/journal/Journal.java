package org.bluelamp.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bluelamp.kernel.ActorId;

/// The way in to the record for every module.
public interface Journal {

    /// Appends all events or none.
    ///
    /// Errors: `StaleStream` when a stream rested on has moved on; `IllegalArgumentException` for an event
    /// whose type no module declared.
    Appended append(Append append);

    /// The same, remembering under the act's request key that `request` (any canonical text of it) was answered
    /// with `answer`; a repetition writes nothing and answers the same, on any node, for `KEYS_KEPT_DAYS`.
    ///
    /// Errors: as above, and `KeyReused` for the same key with another request.
    Appended appendOnce(Append append, String request, String answer);

    /// What was answered before to this request under this key; empty where the key was never used, or was
    /// forgotten.
    ///
    /// Errors: `KeyReused` for a key used before for another request.
    Optional<String> answered(ActorId actor, RequestKey key, String request);

    /// Appends a batch of imported entries, one append each, in one transaction; the lock is held 100 ms at
    /// most by keeping batches at `BATCH_MAX` entries or fewer. Every stream rested on is checked as in
    /// `append`.
    Appended.Done appendBatch(List<Append> appends);

    /// All entries of a stream that are events of this kind, in order.
    <E> StreamRead<E> read(StreamId stream, Class<E> events);

    /// One entry by its position, if it exists and is an event of this kind.
    <E> Optional<Recorded<E>> at(long position, Class<E> events);

    /// At most `limit` events of this kind after a position, in order; for followers of their own making.
    <E> List<Recorded<E>> after(long position, int limit, Class<E> events);

    /// The position of the newest entry, 0 for an empty journal.
    long position();

    /// How long request keys and their answers are remembered.
    int KEYS_KEPT_DAYS = 30;

    /// The most entries one batch may hold.
    int BATCH_MAX = 1_000;

    /// How often a request that finds a stream moved on reads and decides again.
    int TRIES_MAX = 3;

    /// Reads, decides and appends again while streams move on under it, `TRIES_MAX` times at most.
    static <T> T retrying(Function<Integer, T> attempt) {
        for (int tried = 1; ; tried++) {
            try {
                return attempt.apply(tried);
            } catch (StaleStream stale) {
                if (tried == TRIES_MAX) {
                    throw stale;
                }
            }
        }
    }

    /// A stream moved on between reading and appending: read and decide again, three times at most.
    final class StaleStream extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StaleStream(StreamId stream, long expected, long found) {
            super("The stream (%s) is at version %d, not at %d as read.".formatted(stream, found, expected));
        }
    }

    /// The request key was used before by the same actor for a different request; nothing was written.
    final class KeyReused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public KeyReused(RequestKey key) {
            super("The request key (%s) was used before for another request.".formatted(key.text()));
        }
    }
}
