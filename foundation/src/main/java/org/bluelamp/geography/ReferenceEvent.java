package org.bluelamp.geography;

import java.time.LocalDate;

/// What can happen to the reference geography. The boundaries and rows themselves are too bulky for the record:
/// they are kept beside it under `contentSha256`, the hash of their uncompressed text, which the event fixes (ADR
/// 0006).
public sealed interface ReferenceEvent {
    String file();

    /// The hash of the file as it was given, compressed or not; 64 hexadecimal digits.
    String sha256();

    String contentSha256();

    String licence();

    /// Boundaries of one kind and version were loaded; they replace what was loaded under that version before.
    record AreasLoaded(
            AreaKind kind,
            String version,
            LocalDate validFrom,
            String file,
            String sha256,
            String contentSha256,
            long areas,
            long refused,
            long repaired,
            String licence)
            implements ReferenceEvent {}

    /// A gazetteer was loaded; it replaces what was loaded under that label before.
    record GazetteerLoaded(
            GazetteerKind kind,
            String label,
            String file,
            String sha256,
            String contentSha256,
            long entries,
            long refused,
            String licence)
            implements ReferenceEvent {}
}
