package org.bluelamp.journal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.StreamRead;
import org.bluelamp.kernel.ActorId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The journal in PostgreSQL.
@Repository
final class JournalStore implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(JournalStore.class);
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
    private final RequestStore requests;
    private final GatheredWork<Job, Appended> gathered = new GatheredWork<>(this::together, Job::sameKey);
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
        this.requests = new RequestStore(access.jdbc(), clock);
    }

    @Override
    public Appended append(Append append) {
        return have(new Job(append, Optional.empty()));
    }

    @Override
    public Appended.Done appendBatch(List<Append> appends) {
        if (appends.size() > BATCH_MAX) {
            throw new IllegalArgumentException(
                    "A batch holds at most %d appends, not %d.".formatted(BATCH_MAX, appends.size()));
        }
        return inOneTransaction(() -> write(appends, _ -> {}));
    }

    @Override
    public Appended appendOnce(Append append, String request, String answer) {
        var key = append.act().key().orElseThrow(() -> new IllegalArgumentException("The act has no request key."));
        var once = new RequestStore.Once(append.act().actor(), key, RequestStore.hash(request), answer);
        return have(new Job(append, Optional.of(once)));
    }

    /// An append somebody waits for; `once` where a repetition of its request is answered as the first was.
    private record Job(Append append, Optional<RequestStore.Once> once) {
        /// Two requests with one key are two transactions, so that the second finds the answer of the first.
        boolean sameKey(Job other) {
            return once.isPresent()
                    && other.once.isPresent()
                    && once.get().actor().equals(other.once.get().actor())
                    && once.get().key().equals(other.once.get().key());
        }
    }

    /// Appends that come in while others are being committed gather, and share the next commit: the append lock is
    /// held until the commit is on disk, so one by one they would all wait for each other's disk.
    private Appended have(Job job) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? alone(job).get()
                : gathered.have(job);
    }

    private List<Supplier<Appended>> together(List<Job> jobs) {
        var written = new AtomicBoolean();
        if (jobs.size() > 1) {
            try {
                return inOneTransaction(() -> {
                    List<Supplier<Appended>> answers = answer(jobs);
                    written.set(true);
                    return answers;
                });
            } catch (RuntimeException fault) {
                if (written.get()) {
                    // The commit itself failed, and whether it holds is not known: everybody hears so.
                    return jobs.stream().map(_ -> failing(fault)).toList();
                }
                LOG.debug("Appends are done one by one, as one of them spoils it for all.", fault);
            }
        }
        return jobs.stream().map(this::alone).toList();
    }

    private Supplier<Appended> alone(Job job) {
        try {
            Appended done =
                    inOneTransaction(() -> answer(List.of(job)).getFirst().get());
            return () -> done;
        } catch (RuntimeException fault) {
            return failing(fault);
        }
    }

    private static Supplier<Appended> failing(RuntimeException fault) {
        return () -> {
            throw fault;
        };
    }

    /// Answers each job, in the transaction that runs: written, repeated, or refused.
    private List<Supplier<Appended>> answer(List<Job> jobs) {
        List<EntryWriter.Prepared> prepared =
                jobs.stream().map(job -> writer.prepare(job.append())).toList();
        EntryWriter.Tail tail = lock();
        List<Optional<Supplier<Appended>>> repeated =
                jobs.stream().map(job -> job.once().flatMap(requests::repeated)).toList();
        var toWrite = new ArrayList<EntryWriter.Prepared>();
        for (int at = 0; at < jobs.size(); at++) {
            if (repeated.get(at).isEmpty()) {
                toWrite.add(prepared.get(at));
            }
        }
        var written = write(tail, toWrite, _ -> {}).iterator();
        var answers = new ArrayList<Supplier<Appended>>();
        for (int at = 0; at < jobs.size(); at++) {
            answers.add(repeated.get(at).isPresent() ? repeated.get(at).get() : answer(jobs.get(at), written.next()));
        }
        return answers;
    }

    private Supplier<Appended> answer(Job job, EntryWriter.Outcome written) {
        if (written.refused().isEmpty()) {
            job.once().ifPresent(requests::remember);
        }
        return written::done;
    }

    @Override
    public Optional<String> answered(ActorId actor, RequestKey key, String request) {
        return requests.answered(actor, key, RequestStore.hash(request));
    }

    /// Forgets request keys older than `KEYS_KEPT_DAYS`.
    int forgetKeys() {
        return requests.forget();
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

    /// Writes all appends or none.
    private Appended.Done write(List<Append> appends, LongConsumer before) {
        List<EntryWriter.Prepared> prepared =
                appends.stream().map(writer::prepare).toList();
        if (prepared.isEmpty()) {
            throw new IllegalArgumentException("A batch has at least one append.");
        }
        List<EntryWriter.Outcome> written = write(lock(), prepared, outcomes -> {
            outcomes.forEach(EntryWriter.Outcome::done);
            before.accept(outcomes.getFirst().done().first());
        });
        return new Appended.Done(
                written.getFirst().done().first(), written.getLast().done().last());
    }

    /// Writes those appends whose streams have not moved on, with everything that stands at once because of them;
    /// `before` hears what was written before any projection does.
    private List<EntryWriter.Outcome> write(
            EntryWriter.Tail tail, List<EntryWriter.Prepared> prepared, Consumer<List<EntryWriter.Outcome>> before) {
        List<EntryWriter.Outcome> outcomes =
                onConnection(connection -> writer.write(connection, tail, prepared, clock.now()));
        before.accept(outcomes);
        List<StoredEntry> entries =
                outcomes.stream().flatMap(one -> one.entries().stream()).toList();
        if (entries.isEmpty()) {
            return outcomes;
        }
        for (EntryWriter.Outcome outcome : outcomes) {
            for (int at = 0; at < outcome.entries().size(); at++) {
                Object event = outcome.append().events().get(at).event();
                Recorded<Object> recorded = recorded(outcome.entries().get(at).envelope(), event);
                deadlines.note(recorded);
                immediate.apply(recorded);
            }
        }
        immediate.flush();
        jdbc.sql(NOTIFY)
                .param("position", Long.toString(entries.getLast().envelope().position()))
                .query((row, number) -> 0)
                .list();
        return outcomes;
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
