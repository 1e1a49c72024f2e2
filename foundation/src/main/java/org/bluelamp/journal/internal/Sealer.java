package org.bluelamp.journal.internal;

import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.MachineClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals both logs whenever there is news, at most once a second, outside the append lock, on one node at a time.
/// What is younger than the newest checkpoint is not sealed yet: a stated limit.
@Component
class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long STOP_WITHIN_MILLIS = 10_000;

    private final List<SealLog> logs;
    private final SealStore store;
    private final SealFiles files;
    private final TransactionTemplate transaction;
    private final MachineClock clock;
    private final WitnessQueue outside;
    private final Object woken = new Object();
    private @Nullable SigningKey key;
    private @Nullable Thread thread;
    private volatile boolean running;
    private volatile String trouble = "";

    Sealer(
            List<LeafSource> sources,
            SealStore store,
            SealFiles files,
            TransactionTemplate transaction,
            MachineClock clock,
            WitnessQueue outside) {
        this.logs = SealLog.all(sources, store, files);
        this.store = store;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
        this.outside = outside;
    }

    /// Seals and hands over everything that is committed now.
    ///
    /// Errors: `IllegalStateException` when the key of the record is not here; `UncheckedIOException` when
    /// the witness cannot be reached: then everything is sealed, and handed over with the next checkpoint.
    synchronized void sealNow() {
        SigningKey seal = opened();
        for (SealLog log : logs) {
            while (next(log, seal).isPresent()) {
                // Until nothing is new.
            }
            handOver(log);
        }
    }

    /// What keeps the sealer from sealing, empty when nothing does.
    String trouble() {
        return trouble;
    }

    private Optional<CheckpointNote> next(SealLog log, SigningKey seal) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            store.lock();
            Optional<CheckpointNote> sealed = log.seal(seal, clock);
            sealed.ifPresent(note -> outside.queue(log.log(), note));
            return sealed;
        }));
    }

    /// Under the lock too, so that checkpoints of two nodes reach the same witness in order.
    private void handOver(SealLog log) {
        transaction.executeWithoutResult(_ -> {
            store.lock();
            String handed =
                    files.handedLast(log.log()).map(CheckpointNote::text).orElse("");
            log.latest().filter(note -> !note.text().equals(handed)).ifPresent(note -> files.hand(log.log(), note));
        });
    }

    private SigningKey opened() {
        SigningKey known = key;
        if (known == null) {
            known = files.key(
                    logs.stream().flatMap(log -> log.latest().stream()).toList());
            logs.forEach(log -> files.handedLast(log.log()).ifPresent(log::compareWith));
            key = known;
        }
        return known;
    }

    @Override
    public void start() {
        running = true;
        var started = new Thread(this::run, "sealer");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    private void run() {
        while (running) {
            round();
            synchronized (woken) {
                try {
                    if (running) {
                        woken.wait(files.properties().sealEvery().toMillis());
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
        round();
    }

    private void round() {
        try {
            sealNow();
            trouble = "";
        } catch (DataAccessException
                | TransactionException
                | IllegalStateException
                | java.io.UncheckedIOException fault) {
            String reason = String.valueOf(fault.getMessage());
            if (!reason.equals(trouble)) {
                LOG.error("The record cannot be sealed; it is tried again every second.", fault);
            }
            trouble = reason;
        }
    }

    @Override
    public void stop() {
        running = false;
        synchronized (woken) {
            woken.notifyAll();
        }
        Thread ending = thread;
        if (ending != null) {
            try {
                ending.join(STOP_WITHIN_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.SEALER;
    }
}
