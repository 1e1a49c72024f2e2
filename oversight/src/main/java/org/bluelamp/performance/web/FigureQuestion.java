package org.bluelamp.performance.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.QueryFault;
import org.bluelamp.performance.QueryFields;
import org.bluelamp.performance.ReportedSource;
import org.bluelamp.performance.ResponseQuery;
import org.jspecify.annotations.Nullable;

/// What a page of figures was asked: always one source, one interval, one breakdown; what is not given is filled in
/// from the source. `of` is the source the other fields were chosen for: with another source they start afresh.
record FigureQuestion(ReportedSource source, ResponseQuery query) {
    private static final String OF = "of";
    private static final List<String> KEPT = List.of("source", "within", "week-starts", "quantile-type");

    /// Errors: `QueryFault` as `QueryFields`, and for a source that is not there.
    static FigureQuestion read(Map<String, String> asked, List<ReportedSource> sources) {
        var fields = new LinkedHashMap<>(asked);
        fields.values().removeIf(String::isBlank);
        String of = fields.remove(OF);
        ReportedSource source = source(fields.get("source"), sources);
        if (of != null && !of.equals(source.source())) {
            fields.keySet().retainAll(KEPT);
        }
        fields.put("source", source.source());
        fields.putIfAbsent("from", source.firstDay().toString());
        fields.putIfAbsent("to", source.lastDay().toString());
        fields.putIfAbsent("by", usualBreakdown(source).word());
        usualInterval(source).ifPresent(interval -> fields.putIfAbsent("interval", interval));
        ResponseQuery query = QueryFields.read(fields);
        if (query.by().size() != 1 || query.intervals().size() > 1) {
            throw new QueryFault("by", "A page shows figures by one breakdown and of one interval.");
        }
        return new FigureQuestion(source, query);
    }

    private static ReportedSource source(@Nullable String name, List<ReportedSource> sources) {
        if (name == null) {
            return sources.stream()
                    .max(Comparator.comparing(
                                    (ReportedSource one) -> one.areaKinds().contains("borough"))
                            .thenComparing(one -> !one.intervals().isEmpty())
                            .thenComparing(ReportedSource::incidents))
                    .orElseThrow();
        }
        return sources.stream()
                .filter(one -> one.source().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new QueryFault("source", "No source with incidents is called (%s).".formatted(name)));
    }

    private static Breakdown usualBreakdown(ReportedSource source) {
        return source.areaKinds().isEmpty() ? Breakdown.MONTH : Breakdown.AREA;
    }

    private static Optional<String> usualInterval(ReportedSource source) {
        return source.headline().or(() -> source.intervals().stream().findFirst());
    }

    /// The name of the one interval, empty where the source has none.
    String interval() {
        return query.intervals().stream().findFirst().orElse("");
    }

    Breakdown by() {
        return query.by().getFirst();
    }

    FigureScreen.Form form(List<ReportedSource> sources, List<FigureScreen.Filter> filters) {
        return new FigureScreen.Form(
                sources.stream()
                        .map(one -> choice(one.source(), one.name(), source.source()))
                        .toList(),
                source.source(),
                query.from().toString(),
                query.to().toString(),
                source.firstDay().toString(),
                source.lastDay().toString(),
                source.intervals().stream()
                        .map(one -> choice(one, FigureWords.name(one), interval()))
                        .toList(),
                breakdowns(),
                source.areaKinds().size() < 2
                        ? List.of()
                        : source.areaKinds().stream()
                                .map(one -> choice(one, FigureWords.name(one), areaKind()))
                                .toList(),
                filters,
                List.of(
                        choice("MONDAY", "Monday", query.weekStarts().name()),
                        choice("SUNDAY", "Sunday", query.weekStarts().name())),
                String.join(
                        ",", query.withinSeconds().stream().map(String::valueOf).toList()));
    }

    private List<FigureScreen.Choice> breakdowns() {
        return Arrays.stream(Breakdown.values())
                .filter(one -> one != Breakdown.SOURCE)
                .filter(one -> one != Breakdown.AREA || !source.areaKinds().isEmpty())
                .map(one -> choice(one.word(), FigureWords.name(one), by().word()))
                .toList();
    }

    private String areaKind() {
        return query.areaKind()
                .orElse(
                        source.areaKinds().contains("borough")
                                ? "borough"
                                : source.areaKinds().getFirst());
    }

    static FigureScreen.Choice choice(String value, String words, String chosen) {
        return new FigureScreen.Choice(value, words, value.equals(chosen));
    }
}
