package org.bluelamp.performance.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The facts in memory, kept up with what the projection committed: at each look the versions of all months are
/// read, and only those months are read again whose version is another. One on every node.
@Component
class FactStore {
    private final FactTable table;
    private final Words words = new Words();
    private Facts facts = Facts.NONE;

    FactStore(FactTable table) {
        this.table = table;
    }

    Words words() {
        return words;
    }

    /// The facts as committed by now.
    synchronized Facts current() {
        Map<String, SourceFacts> sources = table.sources(facts.sources());
        var months = new LinkedHashMap<String, List<FactChunk>>();
        boolean same = sources.equals(facts.sources());
        for (FactTable.Version version : table.versions()) {
            SourceFacts source = sources.get(version.source());
            if (source == null) {
                continue;
            }
            FactChunk known = known(version, source);
            FactChunk chunk = known == null ? table.load(version, source, words) : known;
            same &= known != null;
            months.computeIfAbsent(version.source(), _ -> new ArrayList<>()).add(chunk);
        }
        if (!same || !sizes(months).equals(sizes(facts.months()))) {
            facts = new Facts(sources, months);
        }
        return facts;
    }

    private static Map<String, Integer> sizes(Map<String, List<FactChunk>> months) {
        var sizes = new LinkedHashMap<String, Integer>();
        months.forEach((source, chunks) -> sizes.put(source, chunks.size()));
        return sizes;
    }

    private @Nullable FactChunk known(FactTable.Version version, SourceFacts source) {
        for (FactChunk chunk : facts.monthsOf(version.source())) {
            if (chunk.month == FactChunk.monthOf(version.month())
                    && chunk.version == version.version()
                    && chunk.fits(source)) {
                return chunk;
            }
        }
        return null;
    }
}
