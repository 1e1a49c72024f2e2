package org.bluelamp.performance.internal;

import java.time.LocalDate;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseFormat;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.ResponseReport;
import org.bluelamp.performance.ResponseWorkload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Made-up incidents straight in the table of facts, past the record: for measurements only. Durations fall off as
/// those of real calls do; one in twelve is missing.
@Component
class MadeYear implements ResponseWorkload {
    static final String SOURCE_NAME = "made-for-measuring";
    static final String SOURCE = """
            insert into performance.response_source (source, name, agency, zone, interval_slots, area_slots, intervals,
                   definitions, grades, area_kinds, licence, attribution, version)
            values (:source, 'Made up', 'Nobody', 'Europe/London', array['queue', 'dispatch', 'travel', 'response'],
                    array['borough'], array['queue', 'dispatch', 'travel', 'response'],
                    array['made up', 'made up', 'made up', 'made up'], array['I', 'S', 'E'], array['borough'],
                    'none', 'Made up.', 1)
            on conflict do nothing
            """;
    static final String FACTS = """
            insert into performance.response_fact (source, key, service_day, month, hour, agency, grade, top_grade,
                   type, areas, seconds)
            select cast(:source as text), cast(i as text), day, cast(date_trunc('month', day) as date),
                   abs(hashint4(i) % 24), 'POLICE', (array['I', 'S', 'E'])[1 + i % 3], i % 3 = 0,
                   'Type ' || abs(hashint4(i + 7)) % 40, array['E09' || lpad(cast(abs(hashint4(i + 5)) % 33 as text),
                   6, '0')], array[made(i, 1, 60), made(i, 2, 240), made(i, 3, 500), made(i, 4, 800)]
              from (select i, date '2025-01-01' + abs(hashint4(i + 3)) % 365 as day
                      from generate_series(1, cast(:incidents as int)) as numbers (i)) as numbered
            """.replaceAll("made\\(i, (\\d), (\\d+)\\)", """
            case when abs(hashint4(i + $1)) % 12 = 0 then null
                        else cast(-ln((1 + abs(hashint4(i * 7 + $1)) % 1000003) / 1000004.0) * $2 as int) end""");
    static final String MONTHS = """
            insert into performance.response_chunk (source, month, version)
            select source, month, 1
              from performance.response_fact
             where source = :source
             group by source, month
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final ResponseReport report;

    MadeYear(JdbcClient jdbc, ResponseReport report) {
        this.jdbc = jdbc;
        this.report = report;
    }

    @Override
    public void fill(int incidents) {
        jdbc.sql(SOURCE).param("source", SOURCE_NAME).update();
        jdbc.sql(FACTS)
                .param("source", SOURCE_NAME)
                .param("incidents", incidents)
                .update();
        jdbc.sql(MONTHS).param("source", SOURCE_NAME).update();
    }

    @Override
    public String report() {
        return ResponseFormat.JSON.write(
                report.compute(ResponseQuery.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))
                        .where(Breakdown.SOURCE, SOURCE_NAME)
                        .by(Breakdown.MONTH, Breakdown.AREA)));
    }
}
