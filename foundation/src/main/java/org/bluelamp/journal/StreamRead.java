package org.bluelamp.journal;

import java.util.List;

/// All entries of a stream in order, and the version it had when read (0 for a stream that does not exist yet).
public record StreamRead<E>(StreamId stream, long version, List<Recorded<E>> entries) {
    public StreamRead {
        entries = List.copyOf(entries);
    }

    public List<E> events() {
        return entries.stream().map(Recorded::event).toList();
    }
}
