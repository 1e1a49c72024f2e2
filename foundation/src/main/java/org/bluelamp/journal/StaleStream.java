package org.bluelamp.journal;

/// A stream moved on between reading and appending: read and decide again, three times at most.
public final class StaleStream extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleStream(StreamId stream, long expected, long found) {
        super("The stream (%s) is at version %d, not at %d as read.".formatted(stream, found, expected));
    }
}
