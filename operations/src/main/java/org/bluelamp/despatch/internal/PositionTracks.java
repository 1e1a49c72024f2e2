package org.bluelamp.despatch.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.despatch.Fix;
import org.bluelamp.despatch.UnitPositions;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Coordinate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of where units were: one partition a day, written in batches.
@Repository
class PositionTracks {
    /// How long positions are kept, in days of the service.
    static final int DAYS_KEPT = 31;

    static final String ADD_DAY = "select despatch.add_day(:day)";
    static final String DROP_DAYS = "select despatch.drop_days_before(:day)";

    static final String KEEP = """
            insert into despatch.unit_fix (at, unit, latitude, longitude, speed_kmh, heading, source)
            select timestamptz 'epoch' + micros * interval '1 microsecond', unit, latitude, longitude,
                   nullif(speed, -1), nullif(heading, -1), source
              from unnest(:micros::bigint[], :units::text[], :latitudes::integer[], :longitudes::integer[],
                          :speeds::smallint[], :headings::smallint[], :sources::text[])
                   as fix (micros, unit, latitude, longitude, speed, heading, source)""";

    static final String NEWEST = """
            select distinct on (unit) at, unit, latitude, longitude, speed_kmh, heading, source
              from despatch.unit_fix
             where at >= :since
             order by unit, at desc
             limit :limit""";

    static final String TRACK = """
            select at, unit, latitude, longitude, speed_kmh, heading, source
              from despatch.unit_fix
             where unit = :unit and at >= :from and at < :until
             order by at
             limit :limit""";

    private final JdbcClient jdbc;
    /// The days whose partition is there; only the writing thread asks.
    private final Set<LocalDate> days = new HashSet<>();

    private record Row(
            OffsetDateTime at,
            String unit,
            int latitude,
            int longitude,
            @Nullable Integer speedKmh,
            @Nullable Integer heading,
            String source) {
        Fix fix() {
            return new Fix(
                    new Callsign(unit),
                    new Coordinate(latitude, longitude),
                    at.toInstant(),
                    Optional.ofNullable(speedKmh),
                    Optional.ofNullable(heading),
                    source);
        }
    }

    PositionTracks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes fixes in one statement.
    void keep(List<Fix> fixes) {
        Set<LocalDate> needed =
                fixes.stream().map(fix -> day(fix.when())).collect(Collectors.toCollection(HashSet::new));
        needed.removeAll(days);
        for (LocalDate day : needed) {
            jdbc.sql(ADD_DAY).param("day", day).query((row, _) -> day).single();
            days.add(day);
        }
        jdbc.sql(KEEP)
                .param(
                        "micros",
                        fixes.stream().mapToLong(PositionTracks::micros).toArray())
                .param("units", fixes.stream().map(fix -> fix.unit().text()).toArray(String[]::new))
                .param(
                        "latitudes",
                        fixes.stream()
                                .mapToInt(fix -> fix.at().latitudeMicrodegrees())
                                .toArray())
                .param(
                        "longitudes",
                        fixes.stream()
                                .mapToInt(fix -> fix.at().longitudeMicrodegrees())
                                .toArray())
                .param(
                        "speeds",
                        fixes.stream()
                                .mapToInt(fix -> fix.speedKmh().orElse(-1))
                                .toArray())
                .param(
                        "headings",
                        fixes.stream()
                                .mapToInt(fix -> fix.headingDegrees().orElse(-1))
                                .toArray())
                .param("sources", fixes.stream().map(Fix::source).toArray(String[]::new))
                .update();
    }

    private static long micros(Fix fix) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, fix.when());
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /// Gives up what is older than `DAYS_KEPT`; answers how many days.
    int dropBefore(LocalDate today) {
        LocalDate first = today.minusDays(DAYS_KEPT);
        days.removeIf(day -> day.isBefore(first));
        return jdbc.sql(DROP_DAYS).param("day", first).query(Integer.class).single();
    }

    /// The newest fix of every unit heard since.
    List<Fix> newest(Instant since) {
        return jdbc
                .sql(NEWEST)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", UnitPositions.FIXES_MAX)
                .query(Row.class)
                .stream()
                .map(Row::fix)
                .toList();
    }

    List<Fix> track(Callsign unit, Instant from, Instant until) {
        return jdbc
                .sql(TRACK)
                .param("unit", unit.text())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", UnitPositions.TRACK_MAX)
                .query(Row.class)
                .stream()
                .map(Row::fix)
                .toList();
    }
}
