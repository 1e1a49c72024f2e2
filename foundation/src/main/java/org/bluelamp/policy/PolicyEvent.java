package org.bluelamp.policy;

import java.time.LocalDate;
import java.util.Optional;

/// What can happen to a policy.
public sealed interface PolicyEvent {
    String policy();

    /// A version was loaded: the whole text of its file as it was, and the SHA-256 of its UTF-8 bytes in hex.
    record Loaded(
            String policy,
            int version,
            LocalDate inForceFrom,
            Optional<LocalDate> until,
            String scope,
            String sha256,
            String text)
            implements PolicyEvent {}
}
