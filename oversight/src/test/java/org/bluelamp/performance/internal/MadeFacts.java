package org.bluelamp.performance.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bluelamp.performance.ResponseFigures;
import org.bluelamp.performance.ResponseQuery;

/// Facts put into memory by hand, without a record behind them.
final class MadeFacts {
    private final Words words = new Words();
    private final FactShelf shelf = new FactShelf();
    private final Map<String, SourceFacts> sources = new TreeMap<>();
    private final Map<String, Map<Integer, FactChunk.Builder>> months = new TreeMap<>();

    MadeFacts source(String source, List<String> intervals, List<String> areaKinds, List<String> grades) {
        sources.put(
                source,
                new SourceFacts(
                        source,
                        source,
                        "An agency",
                        "UTC",
                        intervals,
                        areaKinds,
                        intervals,
                        intervals,
                        Optional.empty(),
                        grades,
                        areaKinds,
                        "none",
                        "invented",
                        1,
                        Map.of()));
        return this;
    }

    /// What a fact states beside its day; hour 0 to 23.
    record Stated(int hour, String agency, String grade, String type, List<String> areas) {}

    MadeFacts add(String source, LocalDate day, Stated stated, int... seconds) {
        SourceFacts of = sources.get(source);
        int month = FactChunk.monthOf(day);
        months.computeIfAbsent(source, _ -> new TreeMap<>())
                .computeIfAbsent(
                        month,
                        _ -> new FactChunk.Builder(
                                source,
                                month,
                                1,
                                of.areaSlots().size(),
                                of.intervalSlots().size()))
                .add(new FactChunk.Fact(
                        day.getDayOfMonth(),
                        stated.hour() + 1,
                        !of.grades().isEmpty() && of.grades().getFirst().equals(stated.grade()),
                        words.number(stated.agency()),
                        words.number(stated.grade()),
                        words.number(stated.type()),
                        stated.areas().stream().mapToInt(words::number).toArray(),
                        seconds));
        return this;
    }

    ResponseFigures compute(ResponseQuery query) {
        var chunks = new TreeMap<String, List<FactChunk>>();
        months.forEach((source, builders) -> {
            chunks.put(source, new ArrayList<>());
            builders.values().forEach(builder -> chunks.get(source).add(builder.build()));
        });
        return new Figures(words, shelf).compute(new Facts(sources, chunks), query);
    }
}
