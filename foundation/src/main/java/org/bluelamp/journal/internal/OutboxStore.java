package org.bluelamp.journal.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The queue of what leaves the program.
@Repository
final class OutboxStore implements Outbox {
    private static final String QUEUE = """
            insert into journal.outbox (dedupe_key, channel, body, queued_at, next_try_at)
            values (:key, :channel, :body, :at, :at) on conflict (dedupe_key) do nothing""";
    private static final String WAITING = "select count(*) from journal.outbox where sent_at is null";
    private static final String DUE = """
            select dedupe_key, channel, body, attempts from journal.outbox
             where sent_at is null and next_try_at <= :now and channel = any(:channels)
             order by next_try_at limit :limit""";
    private static final String SENT = "update journal.outbox set sent_at = :at where dedupe_key = :key";
    private static final String AGAIN = """
            update journal.outbox set attempts = attempts + 1, next_try_at = :next where dedupe_key = :key""";
    private static final Duration AGAIN_AFTER_MAX = Duration.ofHours(1);
    private static final int DOUBLINGS_MAX = 12;

    private final JdbcClient jdbc;
    private final MachineClock clock;

    OutboxStore(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A message whose time has come.
    record Message(String dedupeKey, String channel, String body, int attempts) {}

    @Override
    public void send(String channel, String dedupeKey, String body) {
        if (body.length() > BODY_CHARACTERS_MAX) {
            throw new IllegalArgumentException("The message (%s) has %d characters; at most %d are sent."
                    .formatted(dedupeKey, body.length(), BODY_CHARACTERS_MAX));
        }
        jdbc.sql(QUEUE)
                .param("key", dedupeKey)
                .param("channel", channel)
                .param("body", body)
                .param("at", EntryWriter.timestamp(clock.now()))
                .update();
    }

    @Override
    public long waiting() {
        return jdbc.sql(WAITING).query(Long.class).single();
    }

    List<Message> due(List<String> channels, int limit) {
        return jdbc.sql(DUE)
                .param("now", EntryWriter.timestamp(clock.now()))
                .param("channels", channels.toArray(String[]::new))
                .param("limit", limit)
                .query(Message.class)
                .list();
    }

    void sent(Message message) {
        jdbc.sql(SENT)
                .param("at", EntryWriter.timestamp(clock.now()))
                .param("key", message.dedupeKey())
                .update();
    }

    /// Tries again after 1, 2, 4 … seconds, at most an hour.
    void again(Message message) {
        Duration wait = Duration.ofSeconds(1L << Math.min(message.attempts(), DOUBLINGS_MAX));
        Instant next = clock.now().plus(wait.compareTo(AGAIN_AFTER_MAX) > 0 ? AGAIN_AFTER_MAX : wait);
        jdbc.sql(AGAIN)
                .param("next", EntryWriter.timestamp(next))
                .param("key", message.dedupeKey())
                .update();
    }
}
