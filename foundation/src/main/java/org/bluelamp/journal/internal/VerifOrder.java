package org.bluelamp.journal.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Follows the entries of a log in order: streams count without gaps, times do not run backwards, personal parts
/// are gone only where that was recorded.
final class VerifOrder {
    /// More withheld parts than this are not held against the withholding entries one by one.
    static final int WITHHELD_MAX = 5_000_000;

    private final VerifSource source;
    private final VerifFindings findings;
    private final VerifStreams streams;
    private final List<Long> withheld = new ArrayList<>();
    private Instant recordedAt;

    VerifOrder(VerifSource source, VerifFindings findings, long after, Instant recordedAt) {
        this.source = source;
        this.findings = findings;
        this.streams = new VerifStreams(after == 0);
        this.recordedAt = recordedAt;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    void follow(VerifRow row) {
        if (!row.readable()) {
            return;
        }
        if (row.recordedAt().isBefore(recordedAt)) {
            findings.add(row.position(), "The entry was recorded before the one in front of it.");
        }
        recordedAt = row.recordedAt();
        if (!row.stream().isEmpty()) {
            count(row);
        }
        if (row.withheld() && withheld.size() < WITHHELD_MAX) {
            withheld.add(row.position());
        }
    }

    private void count(VerifRow row) {
        long before = streams.version(row.stream());
        if (before == 0 && row.version() != 1 && !streams.complete()) {
            before = source.versionBefore(row.stream(), row.position());
        }
        if (row.version() != before + 1) {
            findings.add(
                    row.position(), "The stream %s goes from version %d to %d.", row.stream(), before, row.version());
        }
        streams.put(row.stream(), row.version());
    }

    /// What can be said only when all entries have been seen.
    void end() {
        if (!withheld.isEmpty()) {
            var named = source.withheldPositions();
            withheld.stream()
                    .filter(position -> !named.contains(position))
                    .forEach(position -> findings.add(
                            position, "The personal part is gone, but no entry says that it was withheld."));
        }
        if (streams.complete()) {
            source.checkHeads(streams, findings);
        }
    }
}
