package org.bluelamp.history.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.HistoryEvent.OfIncident;
import org.bluelamp.history.IncidentLine;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.Grade;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Every imported incident as it stands, one line each, and what sources and areas are called. Written inside the
/// append, in bulk, so that an import can look up what is there.
@Repository
class IncidentList implements Projection<HistoryEvent> {
    static final String STANDING = """
            select key, version, row_hash
              from history.incident
             where source = :source
               and key = any(:keys)
            """;
    static final String LINES = """
            select source, key, service_day, hour, agency, grade, type,
                   array_to_string(flags, ' ') as flags, position
              from history.incident
             where source = :source
               and service_day between :from and :to
             order by service_day, hour, key
             limit :limit
            """;
    static final String NAMES = """
            select code, name
              from history.area_name
             where source = :source
               and kind = :kind
            """;
    static final String NAME = """
            insert into history.area_name (source, kind, code, name)
            values (:source, :kind, :code, :name)
                on conflict (source, kind, code) do update set name = excluded.name
            """;
    static final String DECLARE = """
            insert into history.source (source, declared_at)
            values (:source, :position)
                on conflict (source) do update set declared_at = excluded.declared_at
            """;
    static final String COUNT = """
            update history.source
               set incidents = incidents + :more,
                   first_day = least(first_day, :first),
                   last_day = greatest(last_day, :last)
             where source = :source
            """;
    static final String CLEAR_INCIDENTS = "delete from history.incident";
    static final String CLEAR_NAMES = "delete from history.area_name";
    static final String CLEAR_SOURCES = "delete from history.source";
    private static final String ADD = """
            history.incident (source, key, version, row_hash, service_day, hour, agency, grade, type, flags,
                              position)""";
    private static final String PUT = """
            insert into history.incident (source, key, version, row_hash, service_day, hour,
                                          agency, grade, type, flags, position)
            select source, key, version, row_hash, service_day, hour, agency, grade, type,
                   string_to_array(flags, ' '), position
              from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::date[], ?::smallint[],
                          ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                as row (source, key, version, row_hash, service_day, hour, agency, grade, type, flags, position)
                on conflict (source, key) do update
               set version = excluded.version, row_hash = excluded.row_hash,
                   service_day = excluded.service_day, hour = excluded.hour, agency = excluded.agency,
                   grade = excluded.grade, type = excluded.type, flags = excluded.flags,
                   position = excluded.position
            """;

    /// What stands about one incident.
    record Standing(String key, long version, String rowHash) {}

    record LineRow(
            String source,
            String key,
            LocalDate serviceDay,
            @Nullable Integer hour,
            @Nullable String agency,
            @Nullable String grade,
            @Nullable String type,
            String flags,
            long position) {
        IncidentLine line() {
            return new IncidentLine(
                    source,
                    key,
                    serviceDay,
                    Optional.ofNullable(hour),
                    Optional.ofNullable(agency),
                    Optional.ofNullable(grade),
                    Optional.ofNullable(type),
                    flags.isEmpty() ? List.of() : List.of(flags.split(" ")),
                    position);
        }
    }

    record NameRow(String code, String name) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate arrays;
    private final Bulk bulk;

    IncidentList(JdbcClient jdbc, JdbcTemplate arrays, Bulk bulk) {
        this.jdbc = jdbc;
        this.arrays = arrays;
        this.bulk = bulk;
    }

    @Override
    public String name() {
        return "history/incident-list";
    }

    @Override
    public Class<HistoryEvent> follows() {
        return HistoryEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void on(Recorded<HistoryEvent> recorded) {
        switch (recorded.event()) {
            case HistoryEvent.Declared declared ->
                jdbc.sql(DECLARE)
                        .param("source", declared.source())
                        .param("position", recorded.position())
                        .update();
            case HistoryEvent.AreasNamed named ->
                named.names()
                        .forEach((code, name) -> jdbc.sql(NAME)
                                .param("source", named.source())
                                .param("kind", named.kind())
                                .param("code", code)
                                .param("name", name)
                                .update());
            case OfIncident incident ->
                waiting().merge(incident.source() + "/" + incident.key(), row(recorded, incident), Row::followedBy);
        }
    }

    private static Row row(Recorded<HistoryEvent> recorded, OfIncident incident) {
        boolean isNew = incident instanceof HistoryEvent.Imported;
        LocalDate day = incident.serviceDay();
        return new Row(incident, recorded.version(), recorded.position(), isNew, day, day);
    }

    /// `firstDay` and `lastDay` are those of every entry this row stands for.
    private record Row(
            OfIncident incident, long version, long position, boolean isNew, LocalDate firstDay, LocalDate lastDay) {

        /// Whether this is the first entry of its stream, so that the list cannot have the incident yet.
        boolean first() {
            return version == 1;
        }

        /// A later entry about the same incident, before this one was written: it stands, and is still to be counted.
        Row followedBy(Row later) {
            return new Row(
                    later.incident,
                    later.version,
                    later.position,
                    isNew || later.isNew,
                    firstDay.isBefore(later.firstDay) ? firstDay : later.firstDay,
                    lastDay.isAfter(later.lastDay) ? lastDay : later.lastDay);
        }
    }

    /// Rows of this transaction that are not written yet; a rollback takes them along.
    private Map<String, Row> waiting() {
        @SuppressWarnings("unchecked") // Only this class binds something under itself.
        var waiting = (Map<String, Row>) TransactionSynchronizationManager.getResource(this);
        if (waiting != null) {
            return waiting;
        }
        var none = new LinkedHashMap<String, Row>();
        TransactionSynchronizationManager.bindResource(this, none);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(IncidentList.this);
            }
        });
        return none;
    }

    @Override
    public void flush() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        Map<String, Row> waiting = waiting();
        if (waiting.isEmpty()) {
            return;
        }
        List<Row> rows = List.copyOf(waiting.values());
        bulk.add(ADD, rows.stream().filter(Row::first).toList(), IncidentList::cells);
        List<Row> later = rows.stream().filter(row -> !row.first()).toList();
        if (!later.isEmpty()) {
            arrays.execute((Connection connection) -> put(connection, later));
        }
        count(rows);
        waiting.clear();
    }

    private static void cells(Cells cells, Row row) {
        OfIncident incident = row.incident();
        cells.text(incident.source())
                .text(incident.key())
                .number(row.version())
                .text(incident.rowHash())
                .date(incident.serviceDay())
                .small(incident.hour().orElse(null))
                .text(incident.agency().orElse(null))
                .text(incident.grade().map(Grade::code).orElse(null))
                .text(incident.type().orElse(null))
                .texts(incident.flags())
                .number(row.position());
    }

    private static int put(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            var columns = new Columns(connection, put, rows);
            columns.set(1, "text", row -> row.incident().source());
            columns.set(2, "text", row -> row.incident().key());
            columns.set(3, "bigint", Row::version);
            columns.set(4, "text", row -> row.incident().rowHash());
            columns.set(5, "date", row -> row.incident().serviceDay().toString());
            columns.set(6, "smallint", row -> row.incident().hour().orElse(null));
            columns.set(7, "text", row -> row.incident().agency().orElse(null));
            columns.set(
                    8, "text", row -> row.incident().grade().map(Grade::code).orElse(null));
            columns.set(9, "text", row -> row.incident().type().orElse(null));
            columns.set(10, "text", row -> String.join(" ", row.incident().flags()));
            columns.set(11, "bigint", Row::position);
            return put.executeUpdate();
        }
    }

    private record Columns(Connection connection, PreparedStatement statement, List<Row> rows) {
        void set(int index, String type, Function<Row, @Nullable Object> value) throws SQLException {
            Array array =
                    connection.createArrayOf(type, rows.stream().map(value).toArray());
            statement.setArray(index, array);
        }
    }

    private void count(List<Row> rows) {
        var bySource = new HashMap<String, List<Row>>();
        rows.forEach(row -> bySource.computeIfAbsent(row.incident().source(), _ -> new ArrayList<>())
                .add(row));
        bySource.forEach((source, some) -> {
            jdbc.sql(COUNT)
                    .param("source", source)
                    .param("more", some.stream().filter(Row::isNew).count())
                    .param(
                            "first",
                            some.stream()
                                    .map(Row::firstDay)
                                    .min(LocalDate::compareTo)
                                    .orElseThrow())
                    .param(
                            "last",
                            some.stream()
                                    .map(Row::lastDay)
                                    .max(LocalDate::compareTo)
                                    .orElseThrow())
                    .update();
        });
    }

    @Override
    public void clear() {
        jdbc.sql(CLEAR_INCIDENTS).update();
        jdbc.sql(CLEAR_NAMES).update();
        jdbc.sql(CLEAR_SOURCES).update();
    }

    Map<String, Standing> standing(String source, List<String> keys) {
        var standing = new HashMap<String, Standing>();
        jdbc.sql(STANDING)
                .param("source", source)
                .param("keys", keys.toArray(String[]::new))
                .query(Standing.class)
                .list()
                .forEach(one -> standing.put(one.key(), one));
        return standing;
    }

    List<IncidentLine> lines(String source, LocalDate from, LocalDate to, int limit) {
        return jdbc
                .sql(LINES)
                .param("source", source)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(LineRow.class)
                .list()
                .stream()
                .map(LineRow::line)
                .toList();
    }

    Map<String, String> names(String source, String kind) {
        var names = new HashMap<String, String>();
        jdbc.sql(NAMES)
                .param("source", source)
                .param("kind", kind)
                .query(NameRow.class)
                .list()
                .forEach(row -> names.put(row.code(), row.name()));
        return names;
    }
}
