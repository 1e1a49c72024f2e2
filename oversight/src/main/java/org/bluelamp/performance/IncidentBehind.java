package org.bluelamp.performance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// One incident behind a figure. `seconds` is its duration of the interval asked for: negative ones are excluded
/// from the figure, none means that a time is missing.
public record IncidentBehind(
        String source,
        String key,
        LocalDate day,
        OptionalInt hour,
        Optional<String> agency,
        Optional<String> grade,
        Optional<String> type,
        Optional<String> area,
        OptionalInt seconds) {}
