package org.bluelamp.despatch.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bluelamp.despatch.Fix;
import org.bluelamp.journal.ServiceClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Writes taken fixes to their table in batches on one thread, so that whoever reports never waits for the database.
/// Where the database does not keep up, fixes beyond `WAITING_MAX` are not kept; the latest positions are right still.
@Component
final class PositionKeeper implements SmartLifecycle {
    static final int WAITING_MAX = 200_000;
    static final int BATCH_MAX = 5_000;

    /// How long a batch is gathered.
    static final Duration GATHERED = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(PositionKeeper.class);

    private final PositionTracks tracks;
    private final ServiceClock clock;
    private final ArrayBlockingQueue<Fix> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});
    private @Nullable LocalDate swept;

    PositionKeeper(PositionTracks tracks, ServiceClock clock) {
        this.tracks = tracks;
        this.clock = clock;
    }

    void keep(List<Fix> fixes) {
        fixes.forEach(fix -> {
            if (!waiting.offer(fix)) {
                lost.incrementAndGet();
            }
        });
    }

    /// How many fixes could not be kept since the program started.
    long lost() {
        return lost.get();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("unit positions").daemon().start(this::run);
    }

    private void run() {
        try {
            while (running) {
                TimeUnit.MILLISECONDS.sleep(GATHERED.toMillis());
                write();
                sweep();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        var batch = new ArrayList<Fix>();
        while (waiting.drainTo(batch, BATCH_MAX) > 0) {
            try {
                tracks.keep(batch);
            } catch (DataAccessException fault) {
                lost.addAndGet(batch.size());
                LOG.warn("{} positions could not be kept, {} in all.", batch.size(), lost.get(), fault);
            }
            batch.clear();
        }
    }

    /// Once for each day of the service.
    private void sweep() {
        LocalDate today = PositionTracks.day(clock.now());
        if (!today.equals(swept)) {
            try {
                int dropped = tracks.dropBefore(today);
                swept = today;
                if (dropped > 0) {
                    LOG.info(
                            "Positions of {} days, older than {} days, were given up.",
                            dropped,
                            PositionTracks.DAYS_KEPT);
                }
            } catch (DataAccessException fault) {
                LOG.warn("Old positions could not be given up.", fault);
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(GATHERED.multipliedBy(10));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
