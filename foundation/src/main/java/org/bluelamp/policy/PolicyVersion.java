package org.bluelamp.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bluelamp.kernel.ActorId;

/// One loaded version: its dates and scope, who loaded it and when, its hash and the journal position that holds it.
public record PolicyVersion(
        String name,
        int version,
        LocalDate inForceFrom,
        Optional<LocalDate> until,
        String scope,
        String sha256,
        ActorId loadedBy,
        Instant loadedAt,
        long position) {}
