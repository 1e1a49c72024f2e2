package org.bluelamp.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One imported incident in a list. `position` is where the record holds what stands now.
public record IncidentLine(
        String source,
        String key,
        LocalDate serviceDay,
        Optional<Integer> hour,
        Optional<String> agency,
        Optional<String> grade,
        Optional<String> type,
        List<String> flags,
        long position) {}
