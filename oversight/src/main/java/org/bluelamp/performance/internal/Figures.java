package org.bluelamp.performance.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.QueryFault;
import org.bluelamp.performance.ResponseFigures;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.performance.ResponseQuery;

/// Response figures from facts: months are asked one by one, their answers added, then put in order.
final class Figures {
    private final Words words;
    private final FactShelf shelf;

    Figures(Words words, FactShelf shelf) {
        this.words = words;
        this.shelf = shelf;
    }

    /// The facts of one source with one key.
    record Group(SourceFacts source, Optional<String> areaKind, CellKey key, Cell cell) {
        /// The value of the query's breakdown at this place.
        String value(Breakdown breakdown, int at, Words words) {
            return breakdown == Breakdown.SOURCE ? source.source() : Values.text(breakdown, key.number(at), words);
        }
    }

    ResponseFigures compute(Facts facts, ResponseQuery query) {
        check(facts, query);
        var bySource = new LinkedHashMap<String, List<Group>>();
        for (SourceFacts source : facts.sources().values()) {
            if (isAsked(source, query)) {
                List<Group> groups = groups(facts, source, query);
                if (!groups.isEmpty()) {
                    bySource.put(source.source(), groups);
                }
            }
        }
        boolean several = bySource.size() > 1;
        boolean sourceFirst = several && !query.by().contains(Breakdown.SOURCE);
        var order = new RowOrder(query, words);
        List<Row> rows = bySource.values().stream()
                .flatMap(List::stream)
                .sorted(order)
                .flatMap(group -> rows(group, query, sourceFirst))
                .toList();
        Optional<String> only =
                several ? Optional.empty() : bySource.keySet().stream().findFirst();
        return new ResponseFigures(query, only, rows);
    }

    /// A source that has none of the intervals asked for has nothing to say, and does not make two sources of one.
    private static boolean isAsked(SourceFacts source, ResponseQuery query) {
        boolean named =
                query.where().getOrDefault(Breakdown.SOURCE, source.source()).equals(source.source());
        boolean has = query.intervals().isEmpty()
                || !source.intervals(query.intervals()).isEmpty();
        return named && has;
    }

    /// What nobody declared cannot be asked for: an empty answer would look like a quiet night.
    private static void check(Facts facts, ResponseQuery query) {
        String source = query.where().get(Breakdown.SOURCE);
        if (source != null && !facts.sources().containsKey(source)) {
            throw new QueryFault(
                    "source",
                    "No source is called (%s). The sources are: %s."
                            .formatted(source, listed(facts.sources().keySet().stream())));
        }
        List<SourceFacts> asked = facts.sources().values().stream()
                .filter(one -> source == null || one.source().equals(source))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        for (String interval : query.intervals()) {
            if (asked.stream().noneMatch(one -> one.intervals().contains(interval))) {
                throw new QueryFault(
                        "interval",
                        "No source asked has the interval (%s). The intervals are: %s."
                                .formatted(interval, listed(asked.stream().flatMap(one -> one.intervals().stream()))));
            }
        }
        query.areaKind().ifPresent(kind -> {
            if (asked.stream().noneMatch(one -> one.areaKinds().contains(kind))) {
                throw new QueryFault(
                        "area-kind",
                        "No source asked has areas of the kind (%s). The kinds are: %s."
                                .formatted(kind, listed(asked.stream().flatMap(one -> one.areaKinds().stream()))));
            }
        });
    }

    private static String listed(Stream<String> names) {
        String all = String.join(", ", names.distinct().sorted().toList());
        return all.isEmpty() ? "none" : all;
    }

    private List<Group> groups(Facts facts, SourceFacts source, ResponseQuery query) {
        Optional<String> kind = source.areaKind(query.areaKind());
        List<Integer> slots = source.intervals(query.intervals()).stream()
                .map(source.intervalSlots()::indexOf)
                .toList();
        Slice whole = Slice.of(query, words, source.areaSlot(kind), slots);
        var cells = new HashMap<CellKey, List<Cell>>();
        for (FactChunk chunk : facts.monthsOf(source.source())) {
            if (chunk.yearMonth().atDay(1).isAfter(query.to())
                    || chunk.yearMonth().atEndOfMonth().isBefore(query.from())) {
                continue;
            }
            shelf.cells(chunk, whole.cutTo(chunk.yearMonth(), query))
                    .forEach((key, cell) ->
                            cells.computeIfAbsent(key, _ -> new ArrayList<>()).add(cell));
        }
        var groups = new ArrayList<Group>();
        cells.forEach((key, several) -> groups.add(new Group(source, kind, key, Cell.merge(several))));
        return groups;
    }

    private Stream<Row> rows(Group group, ResponseQuery query, boolean sourceFirst) {
        var key = new LinkedHashMap<Breakdown, String>();
        if (sourceFirst) {
            key.put(Breakdown.SOURCE, group.source().source());
        }
        for (int i = 0; i < query.by().size(); i++) {
            Breakdown breakdown = query.by().get(i);
            key.put(breakdown, group.value(breakdown, i, words));
        }
        Map<Breakdown, String> labels = labels(group, key);
        List<String> intervals = group.source().intervals(query.intervals());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < intervals.size(); i++) {
            rows.add(new Row(
                    key,
                    labels,
                    group.source().source(),
                    key.containsKey(Breakdown.AREA) ? group.areaKind() : Optional.empty(),
                    intervals.get(i),
                    group.cell().counts(),
                    group.cell().durations().get(i),
                    group.cell().excluded().get(i)));
        }
        return rows.stream();
    }

    private static Map<Breakdown, String> labels(Group group, Map<Breakdown, String> key) {
        String area = key.get(Breakdown.AREA);
        String label = area == null ? "" : group.source().areaName(group.areaKind(), area);
        if (label.equals(area) || area == null) {
            return Map.of();
        }
        return new EnumMap<>(Map.of(Breakdown.AREA, label));
    }
}
