package org.bluelamp.journal;

import java.time.Instant;

/// An event as it stands in the record, with its envelope. `position` counts from 1 without gaps over the whole
/// journal, `version` from 1 without gaps over its stream; `recordedAt` is the machine clock's, to the microsecond.
public record Recorded<E>(
        long position, StreamId stream, long version, String type, Instant recordedAt, Act act, E event) {}
