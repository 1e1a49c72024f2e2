package org.bluelamp.journal;

import java.util.List;

/// Destroys personal parts (retention, erasure): the words and their salt go, the entry's facts, type and time stay,
/// and an entry says who did it, when and under which rule.
public interface Withholding {

    /// Withholds the personal part of every entry of the stream, up to its version now.
    ///
    /// Errors: `IllegalArgumentException` for a stream that does not exist. Returns how many parts were destroyed;
    /// parts withheld before are not counted.
    int withhold(StreamId stream, String rule, Act act);

    /// What can happen to personal parts.
    sealed interface WithholdingEvent {
        /// The personal parts of these positions, all of `stream`, were destroyed under `rule`.
        record Withheld(String stream, List<Long> positions, String rule) implements WithholdingEvent {}
    }
}
