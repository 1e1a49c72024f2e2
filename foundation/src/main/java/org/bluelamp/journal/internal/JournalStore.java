package org.bluelamp.journal.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.ActorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// The journal in PostgreSQL.
@Repository
final class JournalStore implements Journal {
    private static final String READ = """
            select %s
              from journal.entry e left join journal.personal p on p.position = e.position
             where e.stream = :stream
             order by e.version""".formatted(Rows.COLUMNS);
    private static final String AT = """
            select %s
              from journal.entry e left join journal.personal p on p.position = e.position
             where e.position = :position""".formatted(Rows.COLUMNS);
    private static final String AFTER = """
            select %s
              from journal.entry e left join journal.personal p on p.position = e.position
             where e.position > :after and e.position <= :upTo and e.type = any(:types)
             order by e.position
             limit :limit""".formatted(Rows.COLUMNS);
    private static final String POSITION = """
            select coalesce((select e.position from journal.entry e order by e.position desc limit 1), 0)""";
    private static final String HEAD = """
            select coalesce((select version from journal.stream_head where stream = :stream), 0)""";
    private static final String ANSWERED = """
            select request_hash, answer from journal.request where actor = :actor and key = :key""";
    private static final String REMEMBER = """
            insert into journal.request (actor, key, request_hash, answer, recorded_at)
            values (:actor, :key, :hash, :answer, :at)""";
    private static final String FORGET = "delete from journal.request where recorded_at < :before";
    private static final String NOTIFY = "select pg_notify('journal', :position)";
    /// Where a commit is announced to every node.
    static final String CHANNEL = "journal";

    private final EntryWriter writer;
    private final EventRegistry events;
    private final ImmediateProjections immediate;
    private final DeadlineStore deadlines;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final MachineClock clock;
    private final SQLExceptionTranslator faults = new SQLStateSQLExceptionTranslator();

    JournalStore(
            EntryWriter writer,
            EventRegistry events,
            ImmediateProjections immediate,
            DeadlineStore deadlines,
            StoreAccess access,
            MachineClock clock) {
        this.writer = writer;
        this.events = events;
        this.immediate = immediate;
        this.deadlines = deadlines;
        this.jdbc = access.jdbc();
        this.dataSource = access.dataSource();
        this.transaction = access.transaction();
        this.clock = clock;
    }

    @Override
    public Appended append(Append append) {
        return inOneTransaction(() -> write(List.of(append)));
    }

    @Override
    public Appended.Done appendBatch(List<Append> appends) {
        if (appends.size() > BATCH_MAX) {
            throw new IllegalArgumentException(
                    "A batch holds at most %d appends, not %d.".formatted(BATCH_MAX, appends.size()));
        }
        return inOneTransaction(() -> write(appends));
    }

    @Override
    public Appended appendOnce(Append append, String request, String answer) {
        Act act = append.act();
        var key = act.key().orElseThrow(() -> new IllegalArgumentException("The act has no request key."));
        byte[] hash = EntryFormat.sha256().digest(request.getBytes(StandardCharsets.UTF_8));
        return inOneTransaction(() -> {
            lock();
            var before = jdbc.sql(ANSWERED)
                    .param("actor", act.actor().text())
                    .param("key", key.text())
                    .query(Answered.class)
                    .optional();
            if (before.isPresent()) {
                if (!Arrays.equals(before.get().requestHash(), hash)) {
                    throw new KeyReused(key);
                }
                return new Appended.Repeated(before.get().answer());
            }
            Appended.Done done = write(List.of(append));
            jdbc.sql(REMEMBER)
                    .param("actor", act.actor().text())
                    .param("key", key.text())
                    .param("hash", hash)
                    .param("answer", answer)
                    .param("at", EntryWriter.timestamp(clock.now()))
                    .update();
            return done;
        });
    }

    @Override
    public Optional<String> answered(ActorId actor, RequestKey key, String request) {
        byte[] hash = EntryFormat.sha256().digest(request.getBytes(StandardCharsets.UTF_8));
        return jdbc.sql(ANSWERED)
                .param("actor", actor.text())
                .param("key", key.text())
                .query(Answered.class)
                .optional()
                .map(before -> {
                    if (!Arrays.equals(before.requestHash(), hash)) {
                        throw new KeyReused(key);
                    }
                    return before.answer();
                });
    }

    private record Answered(byte[] requestHash, String answer) {}

    /// Forgets request keys older than `KEYS_KEPT_DAYS`.
    int forgetKeys() {
        Instant before = clock.now().minus(KEYS_KEPT_DAYS, ChronoUnit.DAYS);
        return jdbc.sql(FORGET).param("before", EntryWriter.timestamp(before)).update();
    }

    private <T> T inOneTransaction(Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private EntryWriter.Tail lock() {
        return onConnection(writer::lock);
    }

    /// Takes the append lock for the rest of the transaction.
    void holdAppends() {
        lock();
    }

    /// Appends, and runs `before` with the first position before any projection sees the entries.
    Appended.Done appendWith(Append append, LongConsumer before) {
        return inOneTransaction(() -> write(List.of(append), before));
    }

    private Appended.Done write(List<Append> appends) {
        return write(appends, position -> {});
    }

    private Appended.Done write(List<Append> appends, LongConsumer before) {
        EntryWriter.Prepared prepared = writer.prepare(appends);
        EntryWriter.Tail tail = lock();
        List<StoredEntry> entries = onConnection(connection -> writer.write(connection, tail, prepared, clock.now()));
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("An append has at least one event.");
        }
        before.accept(entries.getFirst().envelope().position());
        int next = 0;
        for (Append append : appends) {
            for (Append.Written written : append.events()) {
                Recorded<Object> recorded = recorded(entries.get(next).envelope(), written.event());
                deadlines.note(recorded);
                immediate.apply(recorded);
                next++;
            }
        }
        immediate.flush();
        long last = entries.getLast().envelope().position();
        jdbc.sql(NOTIFY)
                .param("position", Long.toString(last))
                .query((row, number) -> 0)
                .list();
        return new Appended.Done(entries.getFirst().envelope().position(), last);
    }

    /// Work on the transaction's own connection.
    interface OnConnection<T> {
        T apply(Connection connection) throws SQLException;
    }

    private <T> T onConnection(OnConnection<T> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.apply(connection);
        } catch (SQLException fault) {
            var translated = faults.translate("append", null, fault);
            throw translated != null ? translated : new IllegalStateException("The journal cannot be written.", fault);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public <E> StreamRead<E> read(StreamId stream, Class<E> kind) {
        List<StoredEntry> entries = jdbc.sql(READ)
                .param("stream", stream.text())
                .query(Rows.entries())
                .list();
        long version = entries.isEmpty() ? 0 : entries.getLast().envelope().version();
        return new StreamRead<>(
                stream,
                version,
                entries.stream()
                        .flatMap(entry -> recorded(entry, kind).stream())
                        .toList());
    }

    @Override
    public <E> Optional<Recorded<E>> at(long position, Class<E> kind) {
        return jdbc.sql(AT)
                .param("position", position)
                .query(Rows.entries())
                .optional()
                .flatMap(entry -> recorded(entry, kind));
    }

    @Override
    public <E> List<Recorded<E>> after(long position, int limit, Class<E> kind) {
        return between(position, Long.MAX_VALUE, limit, kind);
    }

    <E> List<Recorded<E>> between(long after, long upTo, int limit, Class<E> kind) {
        return jdbc
                .sql(AFTER)
                .param("after", after)
                .param("upTo", upTo)
                .param("types", events.namesOf(kind).toArray(String[]::new))
                .param("limit", limit)
                .query(Rows.entries())
                .list()
                .stream()
                .flatMap(entry -> recorded(entry, kind).stream())
                .toList();
    }

    @Override
    public long position() {
        return jdbc.sql(POSITION).query(Long.class).single();
    }

    long head(StreamId stream) {
        return jdbc.sql(HEAD).param("stream", stream.text()).query(Long.class).single();
    }

    private <E> Optional<Recorded<E>> recorded(StoredEntry entry, Class<E> kind) {
        return events.read(entry, kind).map(event -> recorded(entry.envelope(), event));
    }

    private static <E> Recorded<E> recorded(StoredEntry.Envelope envelope, E event) {
        return new Recorded<>(
                envelope.position(),
                envelope.stream(),
                envelope.version(),
                envelope.type(),
                envelope.recordedAt(),
                envelope.act(),
                event);
    }
}
