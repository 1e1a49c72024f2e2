package org.bluelamp.journal.internal;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Deadlines.DeadlineEvent;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Fires each clock once, as an entry on its stream, on one node, by the service clock.
@Component
final class DeadlineKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineKeeper.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final int FIRED_AT_ONCE_MAX = 200;

    private final DeadlineStore deadlines;
    private final JournalStore journal;
    private final StoreAccess access;
    private final ServiceClock clock;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    DeadlineKeeper(DeadlineStore deadlines, JournalStore journal, StoreAccess access, ServiceClock clock) {
        this.deadlines = deadlines;
        this.journal = journal;
        this.access = access;
        this.clock = clock;
    }

    /// Fires everything that is due at this time of the service clock; returns how many this node fired.
    int fireDue(Instant now) {
        int fired = 0;
        for (DeadlineStore.Due due : deadlines.due(now, FIRED_AT_ONCE_MAX)) {
            if (Boolean.TRUE.equals(access.transaction().execute(status -> fire(due)))) {
                fired++;
            }
        }
        return fired;
    }

    private boolean fire(DeadlineStore.Due due) {
        journal.holdAppends();
        if (!deadlines.take(due)) {
            return false;
        }
        var passed = new DeadlineEvent.Passed(due.name(), due.dueAt().toInstant(), due.setBy());
        var happened = new Happened(due.dueAt().toInstant(), Happened.Precision.MICROSECOND, "deadline");
        var act = Act.byProgram("deadline", happened).causedBy(due.setBy());
        journal.append(Append.by(act)
                .restingOn(due.streamId(), journal.head(due.streamId()))
                .write(due.streamId(), passed));
        return true;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("deadlines").daemon().start(this::keep);
    }

    private void keep() {
        while (running) {
            try {
                fireDue(clock.now());
            } catch (DataAccessException | TransactionException fault) {
                LOG.warn("Deadlines wait for the database: {}", fault.getMessage());
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.DEADLINES;
    }
}
