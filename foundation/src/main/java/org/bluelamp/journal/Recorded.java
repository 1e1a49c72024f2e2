package org.bluelamp.journal;

import java.time.Instant;

/// An event as it stands in the record, with its envelope. `position` counts from 1 without gaps over the whole
/// journal, `version` from 1 without gaps over its stream; `recordedAt` is the machine clock's, to the microsecond.
public record Recorded<E>(
        long position, StreamId stream, long version, String type, Instant recordedAt, Act act, E event) {

    /// The same entry, seen as one of a kind it is known to be of.
    public static <E> Recorded<E> of(Recorded<?> recorded, Class<E> kind) {
        return new Recorded<>(
                recorded.position,
                recorded.stream,
                recorded.version,
                recorded.type,
                recorded.recordedAt,
                recorded.act,
                kind.cast(recorded.event));
    }
}
