package org.bluelamp.journal;

import java.util.List;

/// What can happen to personal parts.
public sealed interface WithholdingEvent {
    /// The personal parts of these positions, all of `stream`, were destroyed under `rule`.
    record Withheld(String stream, List<Long> positions, String rule) implements WithholdingEvent {}
}
