package org.bluelamp.console.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Wakes the open streams of this node when something was recorded on any node: PostgreSQL says so; where that
/// connection is lost, a stream looks by itself every `POLL`.
@Component
class LiveWake implements SmartLifecycle {
    /// How long a stream waits before it looks by itself.
    static final Duration POLL = Duration.ofSeconds(2);

    /// The most streams one node keeps open.
    static final int STREAMS_MAX = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(LiveWake.class);
    private static final String LISTEN = "listen journal";
    private static final int LISTEN_MILLIS = 1_000;

    private final DataSource dataSource;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Semaphore streams = new Semaphore(STREAMS_MAX);
    private final AtomicBoolean listening = new AtomicBoolean();
    private volatile boolean running;
    private long heard;

    LiveWake(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// How many announcements were heard so far; given to `await`, so that none is slept through.
    long heard() {
        lock.lock();
        try {
            return heard;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something was announced after `before`, for `POLL` at most.
    void await(long before) throws InterruptedException {
        lock.lock();
        try {
            long left = POLL.toNanos();
            while (running && heard == before && left > 0) {
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void announce() {
        lock.lock();
        try {
            heard++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// A place for one more stream; false where the node is full.
    boolean enter() {
        boolean free = streams.tryAcquire();
        if (free && running && listening.compareAndSet(false, true)) {
            Thread.ofVirtual().name("live-wake").start(this::listen);
        }
        return free;
    }

    void leave() {
        streams.release();
    }

    private void listen() {
        try {
            while (running) {
                try (Connection connection = dataSource.getConnection()) {
                    hear(connection);
                } catch (SQLException lost) {
                    LOG.warn(
                            "The announcements of the journal are lost for now; live screens look by themselves.",
                            lost);
                    TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            listening.set(false);
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(LISTEN);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            PGConnection announcements = connection.unwrap(PGConnection.class);
            while (running) {
                var some = announcements.getNotifications(LISTEN_MILLIS);
                if (some != null && some.length > 0) {
                    announce();
                }
            }
            statement.execute("unlisten journal");
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// Ends the open streams before the web server waits for its last answers.
    @Override
    public void stop() {
        running = false;
        announce();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 512;
    }
}
