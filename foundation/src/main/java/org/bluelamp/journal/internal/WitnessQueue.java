package org.bluelamp.journal.internal;

import org.bluelamp.journal.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Queues each checkpoint for the witness on another host, in the transaction that seals it; where none is set up,
/// nothing is queued.
@Component
record WitnessQueue(Outbox outbox, ObjectProvider<WitnessHost> host) {
    void queue(String log, CheckpointNote note) {
        if (host.getIfAvailable() != null) {
            outbox.send(
                    WitnessHost.CHANNEL,
                    "witness/%s/%d".formatted(log, note.checkpoint().size()),
                    note.text());
        }
    }
}
