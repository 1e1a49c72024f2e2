package org.bluelamp.performance.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All facts as they stood at one look: months in order, sources by name.
record Facts(Map<String, SourceFacts> sources, Map<String, List<FactChunk>> months) {
    static final Facts NONE = new Facts(Map.of(), Map.of());

    List<FactChunk> monthsOf(String source) {
        return Optional.ofNullable(months.get(source)).orElse(List.of());
    }
}
