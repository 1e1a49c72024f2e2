package org.bluelamp.performance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.IncidentBehind;
import org.bluelamp.performance.QueryFault;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.ResponseReport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The incidents that a figure counts, from the same table as the figure.
@Repository
class IncidentsBehind {
    /// Arrays begin at 1, so slot 0 is none. `not stated` is a value like any other.
    static final String LIST = """
            select source, key, service_day, hour, agency, grade, type,
                   areas[cast(:areaSlot as int)] as area,
                   seconds[cast(:intervalSlot as int)] as duration
              from performance.response_fact
             where source = :source
               and service_day between :from and :to
               and (cast(:agency as text) is null or coalesce(agency, 'not stated') = :agency)
               and (cast(:grade as text) is null or coalesce(grade, 'not stated') = :grade)
               and (cast(:type as text) is null or coalesce(type, 'not stated') = :type)
               and (cast(:hour as int) is null or coalesce(hour, -1) = :hour)
               and (cast(:area as text) is null
                    or coalesce(areas[cast(:areaSlot as int)], 'not stated') = :area)
             order by duration desc nulls last, service_day, key
             limit :most offset :after
            """;

    private final JdbcClient jdbc;

    IncidentsBehind(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Period(LocalDate from, LocalDate to) {
        Period cutTo(LocalDate first, LocalDate last) {
            return new Period(first.isAfter(from) ? first : from, last.isBefore(to) ? last : to);
        }
    }

    List<IncidentBehind> list(Facts facts, ResponseQuery query, int after) {
        SourceFacts source = source(facts, query);
        Optional<String> kind = source.areaKind(query.areaKind());
        if (query.intervals().size() != 1 || !source.intervals().containsAll(query.intervals())) {
            throw new QueryFault(
                    "interval",
                    "One interval of the source must be named. The intervals are: %s."
                            .formatted(String.join(", ", source.intervals())));
        }
        int slot = source.intervalSlots().indexOf(query.intervals().getFirst()) + 1;
        Period period = period(query);
        String hour = query.where().get(Breakdown.HOUR);
        return jdbc.sql(LIST)
                .param("source", source.source())
                .param("from", period.from())
                .param("to", period.to())
                .param("agency", query.where().get(Breakdown.AGENCY))
                .param("grade", query.where().get(Breakdown.GRADE))
                .param("type", query.where().get(Breakdown.TYPE))
                .param("hour", hour == null ? null : Values.hour(hour) - 1)
                .param("areaSlot", source.areaSlot(kind) + 1)
                .param("area", query.where().get(Breakdown.AREA))
                .param("intervalSlot", slot)
                .param("most", ResponseReport.INCIDENTS_MAX)
                .param("after", after)
                .query((row, _) -> incident(row, source, kind))
                .list();
    }

    private static SourceFacts source(Facts facts, ResponseQuery query) {
        String name = query.where().getOrDefault(Breakdown.SOURCE, "");
        SourceFacts source = facts.sources().get(name);
        if (source == null) {
            throw new QueryFault(
                    "source",
                    "No source is called (%s). The sources are: %s."
                            .formatted(name, String.join(", ", facts.sources().keySet())));
        }
        return source;
    }

    private static Period period(ResponseQuery query) {
        var period = new Period(query.from(), query.to());
        String week = query.where().get(Breakdown.WEEK);
        if (week != null) {
            LocalDate first = Slice.weekOf(Values.day("week", week), query.weekStarts());
            period = period.cutTo(first, first.plusDays(6));
        }
        String month = query.where().get(Breakdown.MONTH);
        if (month != null) {
            int number = Values.month(month);
            YearMonth whole = YearMonth.of(number / 12, number % 12 + 1);
            period = period.cutTo(whole.atDay(1), whole.atEndOfMonth());
        }
        return period;
    }

    private static IncidentBehind incident(ResultSet row, SourceFacts source, Optional<String> kind)
            throws SQLException {
        return new IncidentBehind(
                row.getString("source"),
                row.getString("key"),
                row.getObject("service_day", LocalDate.class),
                number(row, "hour"),
                Optional.ofNullable(row.getString("agency")),
                Optional.ofNullable(row.getString("grade")),
                Optional.ofNullable(row.getString("type")),
                Optional.ofNullable(row.getString("area")).map(area -> source.areaName(kind, area)),
                number(row, "duration"));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        @Nullable Integer number = row.getObject(column, Integer.class);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
