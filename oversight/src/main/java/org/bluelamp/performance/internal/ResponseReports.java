package org.bluelamp.performance.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.performance.IncidentBehind;
import org.bluelamp.performance.ReportedSource;
import org.bluelamp.performance.ResponseFigures;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.ResponseReport;
import org.springframework.stereotype.Service;

/// The way in: figures from memory, the incidents behind them from the table.
@Service
class ResponseReports implements ResponseReport {
    private final FactStore store;
    private final IncidentsBehind incidents;
    private final Figures figures;

    ResponseReports(FactStore store, IncidentsBehind incidents) {
        this.store = store;
        this.incidents = incidents;
        this.figures = new Figures(store.words(), new FactShelf());
    }

    @Override
    public ResponseFigures compute(ResponseQuery query) {
        return figures.compute(store.current(), query);
    }

    @Override
    public List<ReportedSource> sources() {
        Facts facts = store.current();
        return facts.sources().values().stream()
                .filter(source -> !facts.monthsOf(source.source()).isEmpty())
                .map(source -> reported(source, facts.monthsOf(source.source())))
                .toList();
    }

    private static ReportedSource reported(SourceFacts source, List<FactChunk> months) {
        return new ReportedSource(
                source.source(),
                source.name(),
                source.agency(),
                source.zone(),
                source.intervals(),
                definitions(source),
                source.headline(),
                source.grades(),
                source.areaKinds(),
                source.licence(),
                source.attribution(),
                months.stream().mapToInt(month -> month.size).sum(),
                months.getFirst().firstDay(),
                months.getLast().lastDay());
    }

    private static Map<String, String> definitions(SourceFacts source) {
        var definitions = new LinkedHashMap<String, String>();
        for (int i = 0; i < source.intervals().size(); i++) {
            definitions.put(source.intervals().get(i), source.definitions().get(i));
        }
        return definitions;
    }

    @Override
    public List<IncidentBehind> incidents(ResponseQuery query, int after) {
        return incidents.list(store.current(), query, after);
    }
}
