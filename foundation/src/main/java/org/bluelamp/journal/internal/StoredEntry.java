package org.bluelamp.journal.internal;

import org.bluelamp.journal.Act;
import org.bluelamp.journal.StreamId;
import org.jspecify.annotations.Nullable;

/// One row of the journal: the envelope's parts and the two bodies as stored. `personalHash` stays when the personal
/// part and its salt were withheld; both are null for an entry that never had one.
record StoredEntry(
        Envelope envelope,
        byte[] facts,
        byte[] factsSalt,
        byte @Nullable [] personal,
        byte @Nullable [] personalSalt,
        byte @Nullable [] personalHash) {

    /// Everything about an entry but what it says.
    record Envelope(
            long position,
            StreamId stream,
            long version,
            String type,
            int bodyVersion,
            String service,
            java.time.Instant recordedAt,
            Act act) {}
}
