package org.bluelamp.journal.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Hears from the database that the journal has grown, on a connection of its own, and wakes who waits for that.
@Component
final class JournalNews implements org.bluelamp.journal.JournalNews, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JournalNews.class);
    private static final int LISTEN_MILLIS = 500;
    private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);

    private final DatabaseConfiguration.Server server;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long count;
    private volatile boolean running;

    JournalNews(DatabaseConfiguration.Server server) {
        this.server = server;
    }

    @Override
    public long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void await(long seen, Duration atMost) {
        lock.lock();
        try {
            if (count == seen) {
                boolean unused = grown.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            count++;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("journal news").daemon().start(this::listen);
    }

    private void listen() {
        while (running) {
            try (Connection connection = DriverManager.getConnection(
                            server.writer().url(),
                            server.writer().user(),
                            server.writer().password());
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + JournalStore.CHANNEL);
                wake();
                var notices = connection.unwrap(PGConnection.class);
                while (running) {
                    var heard = notices.getNotifications(LISTEN_MILLIS);
                    if (heard != null && heard.length > 0) {
                        wake();
                    }
                }
            } catch (SQLException fault) {
                LOG.warn("The journal's news are not heard: {}", fault.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT_AFTER);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        wake();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.CLOCK - 1;
    }
}
