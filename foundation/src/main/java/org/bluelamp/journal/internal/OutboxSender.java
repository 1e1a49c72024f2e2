package org.bluelamp.journal.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.journal.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Sends what is queued, on one node at a time; nothing waits for it.
@Component
final class OutboxSender implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final int SENT_AT_ONCE_MAX = 50;

    private final OutboxStore store;
    private final ObjectProvider<Outbox.Channel> channels;
    private final SessionLock lock;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    OutboxSender(OutboxStore store, ObjectProvider<Outbox.Channel> channels, StoreAccess access) {
        this.store = store;
        this.channels = channels;
        this.lock = new SessionLock(access.dataSource());
    }

    @Override
    public void start() {
        Map<String, Outbox.Channel> byName =
                channels.stream().collect(Collectors.toMap(Outbox.Channel::name, Function.identity()));
        if (byName.isEmpty()) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().name("outbox").daemon().start(() -> run(byName));
    }

    private void run(Map<String, Outbox.Channel> byName) {
        while (running) {
            if (!sendAny(byName)) {
                try {
                    Thread.sleep(POLL);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    private boolean sendAny(Map<String, Outbox.Channel> byName) {
        try {
            return lock.holding("outbox", () -> sendDue(byName));
        } catch (DataAccessException fault) {
            LOG.warn("The outbox waits for the database: {}", fault.getMessage());
            return false;
        }
    }

    /// True where there was something to send.
    private boolean sendDue(Map<String, Outbox.Channel> byName) {
        List<OutboxStore.Message> due = store.due(List.copyOf(byName.keySet()), SENT_AT_ONCE_MAX);
        for (OutboxStore.Message message : due) {
            Outbox.Channel channel = byName.get(message.channel());
            if (channel != null && running) {
                send(channel, message);
            }
        }
        return !due.isEmpty();
    }

    private void send(Outbox.Channel channel, OutboxStore.Message message) {
        try {
            channel.deliver(message.dedupeKey(), message.body());
            store.sent(message);
        } catch (Outbox.NotDelivered refused) {
            LOG.warn("The message {} is tried again: {}", message.dedupeKey(), refused.getMessage());
            store.again(message);
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
        return Phases.SEALER;
    }
}
