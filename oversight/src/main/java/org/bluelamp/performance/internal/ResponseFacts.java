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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes the facts for response figures from imported history, in bulk.
@Component
class ResponseFacts implements Projection<HistoryEvent> {
    /// The most incidents held back before they are written.
    static final int PENDING_MAX = 10_000;

    /// What an event says of an incident; `first` where nothing was said of it before, so that it has no facts yet.
    record Pending(OfIncident incident, long position, boolean first) {}

    private record Key(String source, String key) {}

    private final FactWriter writer;

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
                Map<Key, Pending> pending = pending();
                var key = new Key(incident.source(), incident.key());
                pending.put(key, new Pending(incident, recorded.position(), recorded.version() == 1));
                if (pending.size() >= PENDING_MAX) {
                    flush();
                }
            }
        }
    }

    /// What this transaction has not written yet; a rollback takes it along. What later events say of the same
    /// incident takes the place of what earlier ones said.
    private Map<Key, Pending> pending() {
        @SuppressWarnings("unchecked") // Only this class binds something under itself.
        var pending = (Map<Key, Pending>) TransactionSynchronizationManager.getResource(this);
        if (pending != null) {
            return pending;
        }
        var none = new LinkedHashMap<Key, Pending>();
        TransactionSynchronizationManager.bindResource(this, none);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(ResponseFacts.this);
            }
        });
        return none;
    }

    @Override
    public void flush() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            Map<Key, Pending> pending = pending();
            writer.write(pending.values());
            pending.clear();
        }
    }

    @Override
    public void clear() {
        writer.clear();
    }
}
