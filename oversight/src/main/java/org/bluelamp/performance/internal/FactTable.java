package org.bluelamp.performance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the table of facts, month by month.
@Repository
class FactTable {
    static final String VERSIONS = """
            select source, month, version
              from performance.response_chunk
             order by source, month
            """;
    static final String SOURCES = """
            select source, name, agency, zone, interval_slots, area_slots, intervals, definitions, headline, grades,
                   area_kinds, licence, attribution, version
              from performance.response_source
             order by source
            """;
    static final String SOURCE_VERSIONS = """
            select source, version
              from performance.response_source
            """;
    static final String AREA_NAMES = """
            select source, kind, code, name
              from performance.response_area
            """;
    static final String MONTH = """
            select service_day, hour, agency, grade, top_grade, type, areas, seconds
              from performance.response_fact
             where source = :source and month = :month
            """;

    /// Rows fetched at a time while a month is read.
    private static final int FETCH_ROWS = 10_000;

    record Version(String source, LocalDate month, long version) {}

    private record SourceVersion(String source, long version) {}

    private record AreaName(String source, String kind, String code, String name) {}

    private final JdbcClient jdbc;

    FactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Version> versions() {
        return jdbc.sql(VERSIONS).query(Version.class).list();
    }

    /// The sources as declared: those already known, where none has changed.
    Map<String, SourceFacts> sources(Map<String, SourceFacts> known) {
        var versions = new HashMap<String, Long>();
        jdbc.sql(SOURCE_VERSIONS)
                .query(SourceVersion.class)
                .list()
                .forEach(source -> versions.put(source.source(), source.version()));
        boolean same = versions.keySet().equals(known.keySet())
                && known.values().stream().allMatch(one -> Objects.equals(versions.get(one.source()), one.version()));
        return same ? known : read();
    }

    private Map<String, SourceFacts> read() {
        var names = new HashMap<String, Map<String, Map<String, String>>>();
        for (AreaName area : jdbc.sql(AREA_NAMES).query(AreaName.class).list()) {
            names.computeIfAbsent(area.source(), _ -> new HashMap<>())
                    .computeIfAbsent(area.kind(), _ -> new HashMap<>())
                    .put(area.code(), area.name());
        }
        var sources = new TreeMap<String, SourceFacts>();
        jdbc.sql(SOURCES)
                .query((row, _) -> source(row, names))
                .list()
                .forEach(source -> sources.put(source.source(), source));
        return sources;
    }

    private static SourceFacts source(ResultSet row, Map<String, Map<String, Map<String, String>>> names)
            throws SQLException {
        String source = row.getString("source");
        return new SourceFacts(
                source,
                row.getString("name"),
                row.getString("agency"),
                row.getString("zone"),
                texts(row, "interval_slots"),
                texts(row, "area_slots"),
                texts(row, "intervals"),
                texts(row, "definitions"),
                Optional.ofNullable(row.getString("headline")),
                texts(row, "grades"),
                texts(row, "area_kinds"),
                row.getString("licence"),
                row.getString("attribution"),
                row.getLong("version"),
                names.getOrDefault(source, Map.of()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /// Reads a month whole.
    FactChunk load(Version version, SourceFacts source, Words words) {
        var chunk = new FactChunk.Builder(
                version.source(),
                FactChunk.monthOf(version.month()),
                version.version(),
                source.areaSlots().size(),
                source.intervalSlots().size());
        jdbc.sql(MONTH)
                .withFetchSize(FETCH_ROWS)
                .param("source", version.source())
                .param("month", version.month())
                .query((ResultSet row) -> chunk.add(fact(row, words)));
        return chunk.build();
    }

    private static FactChunk.Fact fact(ResultSet row, Words words) throws SQLException {
        int hour = row.getInt("hour");
        boolean day = row.wasNull();
        return new FactChunk.Fact(
                row.getObject("service_day", LocalDate.class).getDayOfMonth(),
                day ? 0 : hour + 1,
                row.getBoolean("top_grade"),
                words.number(stated(row.getString("agency"))),
                words.number(stated(row.getString("grade"))),
                words.number(stated(row.getString("type"))),
                Arrays.stream((String[]) row.getArray("areas").getArray())
                        .mapToInt(area -> words.number(stated(area)))
                        .toArray(),
                Arrays.stream((Integer[]) row.getArray("seconds").getArray())
                        .mapToInt(seconds -> seconds == null ? FactChunk.MISSING : seconds)
                        .toArray());
    }

    private static String stated(@Nullable String text) {
        return text == null ? "" : text;
    }
}
