package org.bluelamp.history;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One import as the record knows it: who began it when, and its account once it ended.
public record ImportView(
        String id,
        String source,
        String fileName,
        String fileSha256,
        boolean strict,
        String by,
        Instant startedAt,
        Optional<Ended> ended) {

    /// How it ended; `complete` unless it was stopped.
    public record Ended(
            boolean complete,
            Instant at,
            long rows,
            long imported,
            long same,
            long revised,
            long refused,
            Map<String, Long> flagged) {}
}
