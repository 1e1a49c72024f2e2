package org.bluelamp.performance.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.HistoryEvent.AreasNamed;
import org.bluelamp.history.HistoryEvent.Declared;
import org.bluelamp.history.HistoryEvent.OfIncident;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.springframework.stereotype.Component;

/// Writes the facts for response figures from imported history, in bulk.
@Component
class ResponseFacts implements Projection<HistoryEvent> {
    /// The most incidents held back before they are written.
    static final int PENDING_MAX = 10_000;

    record Pending(OfIncident incident, long position) {}

    private record Key(String source, String key) {}

    private final FactWriter writer;
    /// What later events say of the same incident takes the place of what earlier ones said.
    private final Map<Key, Pending> pending = new LinkedHashMap<>();

    ResponseFacts(FactWriter writer) {
        this.writer = writer;
    }

    @Override
    public String name() {
        return "performance/response-facts";
    }

    @Override
    public Class<HistoryEvent> follows() {
        return HistoryEvent.class;
    }

    @Override
    public void on(Recorded<HistoryEvent> recorded) {
        switch (recorded.event()) {
            case Declared declared -> writer.declare(declared, recorded.position());
            case AreasNamed named -> writer.name(named, recorded.position());
            case OfIncident incident -> {
                pending.put(new Key(incident.source(), incident.key()), new Pending(incident, recorded.position()));
                if (pending.size() >= PENDING_MAX) {
                    flush();
                }
            }
        }
    }

    @Override
    public void flush() {
        writer.write(pending.values());
        pending.clear();
    }

    @Override
    public void clear() {
        pending.clear();
        writer.clear();
    }
}
