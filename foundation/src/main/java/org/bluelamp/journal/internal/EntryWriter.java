package org.bluelamp.journal.internal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamId;
import org.springframework.stereotype.Repository;

/// Writes entries, on one connection that holds the append lock.
@Repository
final class EntryWriter {
    /// The first lock of any transaction that may append; positions are commit order because of it.
    static final long APPEND_LOCK = 0x424c_0001L;

    private static final String LOCK = "select pg_advisory_xact_lock(?)";
    private static final String TAIL = """
            select e.position, e.recorded_at from journal.entry e order by e.position desc limit 1""";
    private static final String HEADS = """
            select stream, version from journal.stream_head where stream = any(?)""";
    private static final String INSERT = """
            insert into journal.entry (position, stream, version, type, body_version, service, actor, role, entered_by,
                   how, desk, happened_at, happened_precision, happened_source, recorded_at, caused_by, request_key,
                   policies, facts, facts_salt, personal_hash)
            select position, stream, version, type, body_version, service, actor, role, entered_by, how, desk,
                   happened_at, happened_precision, happened_source, recorded_at, caused_by::bigint[], request_key,
                   policies, facts, facts_salt, personal_hash
              from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[],
                          ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[])
                as n(position, stream, version, type, body_version, service, actor, role, entered_by, how, desk,
                     happened_at, happened_precision, happened_source, recorded_at, caused_by, request_key, policies,
                     facts, facts_salt, personal_hash)""";
    private static final String MOVE_HEADS = """
            insert into journal.stream_head (stream, version)
            select stream, version from unnest(?::text[], ?::bigint[]) as n(stream, version)
            on conflict (stream) do update set version = excluded.version""";
    private static final String INSERT_PERSONAL = """
            insert into journal.personal (position, body, salt)
            select position, body, salt from unnest(?::bigint[], ?::bytea[], ?::bytea[]) as n(position, body, salt)""";
    private static final String BULK_ENTRIES = """
            journal.entry (position, stream, version, type, body_version, service, actor, role, entered_by, how, desk,
                           happened_at, happened_precision, happened_source, recorded_at, caused_by, request_key,
                           policies, facts, facts_salt, personal_hash)""";
    private static final String BULK_HEADS = "journal.stream_head (stream, version)";
    private static final String BULK_PERSONAL = "journal.personal (position, body, salt)";
    /// From this many entries on they are sent by `copy`, which needs more messages but far less work a row.
    private static final int BULK_FROM = 20;
    private static final String ADD_PARTITION = "select journal.add_partition(?)";
    private static final long ENTRIES_PER_PARTITION = 10_000_000;
    /// A partition is made this many entries before it is needed.
    private static final long PARTITION_AHEAD = 1_000_000;

    private final EventRegistry events;
    private final SecureRandom salts = new SecureRandom();
    private final String service;

    EntryWriter(EventRegistry events, JournalProperties properties) {
        this.events = events;
        this.service = properties.service();
    }

    /// Where the journal ends, read under the append lock.
    record Tail(long position, Instant recordedAt) {}

    Tail lock(Connection connection) throws SQLException {
        // One message with two statements; the second sees what was committed when the first had its lock.
        try (PreparedStatement both = connection.prepareStatement(LOCK + ";" + TAIL)) {
            both.setLong(1, APPEND_LOCK);
            both.execute();
            both.getMoreResults();
            try (var row = both.getResultSet()) {
                return row.next()
                        ? new Tail(row.getLong("position"), Rows.instant(row, "recorded_at"))
                        : new Tail(0, Instant.EPOCH);
            }
        }
    }

    /// An event with its bodies in bytes, ready to be put at a position.
    private record Ready(StreamId stream, String type, Body body) {}

    /// An append with everything done that can be done before the lock is taken.
    static final class Prepared {
        private final Append append;
        private final List<Ready> ready;

        private Prepared(Append append, List<Ready> ready) {
            this.append = append;
            this.ready = ready;
        }
    }

    /// Writes the bodies; to be called before the append lock is taken.
    ///
    /// Errors: `IllegalArgumentException` for an event of a type no module declared, and for no event at all.
    Prepared prepare(Append append) {
        if (append.events().isEmpty()) {
            throw new IllegalArgumentException("An append has at least one event.");
        }
        var ready = new ArrayList<Ready>(append.events().size());
        for (Append.Written written : append.events()) {
            Object event = written.event();
            ready.add(new Ready(written.stream(), events.nameOf(event), events.write(event)));
        }
        return new Prepared(append, ready);
    }

    /// What became of one of several appends: the entries that were written, in order, or none and why.
    record Outcome(Append append, List<StoredEntry> entries, Optional<StaleStream> refused) {
        Appended.Done done() {
            refused.ifPresent(stale -> {
                throw stale;
            });
            return new Appended.Done(
                    entries.getFirst().envelope().position(),
                    entries.getLast().envelope().position());
        }
    }

    /// Refuses appends whose streams moved on, writes the entries of all others after the tail and moves the heads.
    List<Outcome> write(Connection connection, Tail tail, List<Prepared> prepared, Instant now) throws SQLException {
        Map<String, Long> before = heads(connection, prepared);
        Instant recordedAt = now.isBefore(tail.recordedAt()) ? tail.recordedAt() : now;
        var heads = new HashMap<>(before);
        var moved = new TreeMap<String, Long>();
        var entries = new ArrayList<StoredEntry>(prepared.size());
        var outcomes = new ArrayList<Outcome>(prepared.size());
        long position = tail.position();
        for (Prepared one : prepared) {
            Optional<StaleStream> stale = stale(one.append, heads);
            int first = entries.size();
            for (Ready ready : stale.isPresent() ? List.<Ready>of() : one.ready) {
                String stream = ready.stream().text();
                long version = heads.merge(stream, 1L, Long::sum);
                moved.put(stream, version);
                position++;
                entries.add(entry(one.append.act(), ready, position, version, recordedAt));
            }
            outcomes.add(new Outcome(one.append, List.copyOf(entries.subList(first, entries.size())), stale));
        }
        if (entries.size() >= BULK_FROM) {
            insertBulk(connection, entries);
            moveHeads(connection, before, moved);
        } else if (!entries.isEmpty()) {
            insert(connection, entries, moved);
            insertPersonal(connection, entries);
        }
        addPartition(connection, tail.position(), position);
        return outcomes;
    }

    private StoredEntry entry(Act act, Ready ready, long position, long version, Instant recordedAt) {
        Body body = ready.body();
        byte[] personal = body.personal();
        byte[] personalSalt = personal == null ? null : salt();
        byte[] personalHash =
                personal == null || personalSalt == null ? null : EntryFormat.hash(personalSalt, personal);
        var envelope = new StoredEntry.Envelope(
                position, ready.stream(), version, ready.type(), EventRegistry.BODY_VERSION, service, recordedAt, act);
        return new StoredEntry(envelope, body.facts(), salt(), personal, personalSalt, personalHash);
    }

    private byte[] salt() {
        byte[] salt = new byte[EntryFormat.SALT_BYTES];
        salts.nextBytes(salt);
        return salt;
    }

    private static Optional<StaleStream> stale(Append append, Map<String, Long> heads) {
        for (Map.Entry<StreamId, Long> rested : append.restsOn().entrySet()) {
            long found = heads.getOrDefault(rested.getKey().text(), 0L);
            if (found != rested.getValue()) {
                return Optional.of(new StaleStream(rested.getKey(), rested.getValue(), found));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Long> heads(Connection connection, List<Prepared> appends) throws SQLException {
        String[] streams = appends.stream()
                .flatMap(one -> one.append.restsOn().keySet().stream())
                .map(StreamId::text)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        var heads = new HashMap<String, Long>();
        try (PreparedStatement query = connection.prepareStatement(HEADS)) {
            query.setArray(1, connection.createArrayOf("text", streams));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    heads.put(rows.getString("stream"), rows.getLong("version"));
                }
            }
        }
        return heads;
    }

    /// One message with two statements: a few entries, and the heads of their streams.
    private static void insert(Connection connection, List<StoredEntry> entries, Map<String, Long> moved)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT + ";" + MOVE_HEADS)) {
            var columns = new ColumnArrays(connection, insert, entries);
            columns.add("bigint", entry -> entry.envelope().position());
            columns.add("text", entry -> entry.envelope().stream().text());
            columns.add("bigint", entry -> entry.envelope().version());
            columns.add("text", entry -> entry.envelope().type());
            columns.add("int", entry -> entry.envelope().bodyVersion());
            columns.add("text", entry -> entry.envelope().service());
            columns.add("text", entry -> entry.envelope().act().actor().text());
            columns.add("text", entry -> entry.envelope().act().role().code());
            columns.add("text", entry -> entry.envelope().act().enteredBy().text());
            columns.add("text", entry -> entry.envelope().act().how().name());
            columns.add("text", entry -> entry.envelope().act().desk().orElse(null));
            columns.add(
                    "timestamptz", entry -> at(entry.envelope().act().happened().at()));
            columns.add(
                    "text",
                    entry -> entry.envelope().act().happened().precision().name());
            columns.add("text", entry -> entry.envelope().act().happened().source());
            columns.add("timestamptz", entry -> at(entry.envelope().recordedAt()));
            columns.add("text", entry -> positions(entry.envelope().act().causedBy()));
            columns.add(
                    "text",
                    entry -> entry.envelope().act().key().map(key -> key.text()).orElse(null));
            columns.add("text", entry -> policies(entry.envelope().act()));
            columns.add("bytea", StoredEntry::facts);
            columns.add("bytea", StoredEntry::factsSalt);
            columns.add("bytea", StoredEntry::personalHash);
            columns.add("text", moved.keySet().toArray());
            columns.add("bigint", moved.values().toArray());
            insert.execute();
        }
    }

    private static void insertBulk(Connection connection, List<StoredEntry> entries) throws SQLException {
        BulkRows.copy(connection, BULK_ENTRIES, entries, EntryWriter::cells);
        List<StoredEntry> withPersonal =
                entries.stream().filter(entry -> entry.personal() != null).toList();
        BulkRows.copy(
                connection,
                BULK_PERSONAL,
                withPersonal,
                (cells, entry) -> cells.number(entry.envelope().position())
                        .bytes(entry.personal())
                        .bytes(entry.personalSalt()));
    }

    private static void cells(Projection.Cells cells, StoredEntry entry) {
        StoredEntry.Envelope envelope = entry.envelope();
        Act act = envelope.act();
        cells.number(envelope.position())
                .text(envelope.stream().text())
                .number(envelope.version())
                .text(envelope.type())
                .integer(envelope.bodyVersion())
                .text(envelope.service())
                .text(act.actor().text())
                .text(act.role().code())
                .text(act.enteredBy().text())
                .text(act.how().name())
                .text(act.desk().orElse(null))
                .instant(act.happened().at())
                .text(act.happened().precision().name())
                .text(act.happened().source())
                .instant(envelope.recordedAt())
                .numbers(act.causedBy())
                .text(act.key().map(RequestKey::text).orElse(null))
                .text(policies(act))
                .bytes(entry.facts())
                .bytes(entry.factsSalt())
                .bytes(entry.personalHash());
    }

    static String policies(Act act) {
        return act.policies().isEmpty() ? "[]" : CanonicalJson.text(EntryFormat.policies(act.policies()));
    }

    private static void insertPersonal(Connection connection, List<StoredEntry> entries) throws SQLException {
        List<StoredEntry> withPersonal =
                entries.stream().filter(entry -> entry.personal() != null).toList();
        if (withPersonal.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_PERSONAL)) {
            var columns = new ColumnArrays(connection, insert, withPersonal);
            columns.add("bigint", entry -> entry.envelope().position());
            columns.add("bytea", StoredEntry::personal);
            columns.add("bytea", StoredEntry::personalSalt);
            insert.executeUpdate();
        }
    }

    /// Heads that were not there under the lock are new, and nobody else can make them; only the others are looked up.
    private static void moveHeads(Connection connection, Map<String, Long> before, Map<String, Long> moved)
            throws SQLException {
        Map<Boolean, List<Map.Entry<String, Long>>> known =
                moved.entrySet().stream().collect(Collectors.partitioningBy(head -> before.containsKey(head.getKey())));
        putHeads(connection, known.getOrDefault(true, List.of()));
        BulkRows.copy(
                connection,
                BULK_HEADS,
                known.getOrDefault(false, List.of()),
                (cells, head) -> cells.text(head.getKey()).number(head.getValue()));
    }

    private static void putHeads(Connection connection, List<Map.Entry<String, Long>> heads) throws SQLException {
        if (heads.isEmpty()) {
            return;
        }
        try (PreparedStatement move = connection.prepareStatement(MOVE_HEADS)) {
            move.setArray(
                    1,
                    connection.createArrayOf(
                            "text", heads.stream().map(Map.Entry::getKey).toArray()));
            move.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", heads.stream().map(Map.Entry::getValue).toArray()));
            move.executeUpdate();
        }
    }

    private static void addPartition(Connection connection, long before, long after) throws SQLException {
        long ahead = after + PARTITION_AHEAD;
        if ((before + PARTITION_AHEAD) / ENTRIES_PER_PARTITION == ahead / ENTRIES_PER_PARTITION) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD_PARTITION)) {
            add.setLong(1, ahead);
            add.execute();
        }
    }

    static java.time.OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static String at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toString();
    }

    private static String positions(List<Long> positions) {
        return Arrays.toString(positions.toArray()).replace('[', '{').replace(']', '}');
    }
}
