package org.bluelamp.performance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.HistoryEvent.AreasNamed;
import org.bluelamp.history.HistoryEvent.Declared;
import org.bluelamp.history.HistoryEvent.Imported;
import org.bluelamp.history.HistoryEvent.Revised;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.Grade;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.IncidentBehind;
import org.bluelamp.performance.QueryFault;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.performance.ResponseFormat;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.ResponseReport;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;

/// Facts follow the record, and the incidents behind a figure are those it counts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResponseFactsTest {
    private static final long SEED = 7;
    private static final LocalDate FROM = LocalDate.of(2009, 1, 1);
    private static final LocalDate TO = LocalDate.of(2009, 3, 31);
    private static final Act ACT = Act.byProgram(
            "import",
            new Happened(Instant.parse("2026-01-01T00:00:00Z"), Happened.Precision.MICROSECOND, "cad-export"));

    private TestProgram program;

    /// Not found by a scan of components: other tests have the events of history itself.
    static class Events {
        @Bean
        EventTypes historyEvents() {
            return new EventTypes("history", HistoryEvent.class);
        }
    }

    @BeforeAll
    void record_a_quarter_of_a_made_up_brigade() {
        program = TestProgram.journal(
                Events.class,
                FactWriter.class,
                ResponseFacts.class,
                FactTable.class,
                FactStore.class,
                IncidentsBehind.class,
                ResponseReports.class);
        var chance = new Random(SEED);
        append("history-source/brigade", 0, declared(List.of("turnout", "attendance")));
        append(
                "history-source/brigade",
                1,
                new AreasNamed("brigade", "borough", Map.of("E09000001", "City of London", "E09000002", "Barking")));
        var batch = new ArrayList<Append>();
        for (int i = 0; i < 900; i++) {
            batch.add(one("history/brigade/" + i, 0, imported(i, chance)));
        }
        program.get(Journal.class).appendBatch(batch);
        caughtUp();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private void append(String stream, long version, HistoryEvent event) {
        program.get(Journal.class).append(one(stream, version, event));
    }

    private static Append one(String stream, long version, HistoryEvent event) {
        var id = new StreamId(stream);
        return Append.by(ACT).restingOn(id, version).write(id, event);
    }

    private void caughtUp() {
        program.get(Followers.class).awaitCaughtUp(Duration.ofSeconds(60));
    }

    private static Declared declared(List<String> intervals) {
        return new Declared(
                "brigade",
                "A brigade",
                "Fire",
                "Europe/London",
                Map.of(),
                intervals,
                Map.of("turnout", "received → mobilised"),
                Optional.of("attendance"),
                List.of(new Grade("I"), new Grade("S")),
                List.of(new Grade("I")),
                List.of("borough", "ward"),
                "none",
                "Invented for a test.",
                1,
                "0",
                "none");
    }

    private static Imported imported(int number, Random chance) {
        boolean graded = chance.nextInt(10) > 0;
        boolean top = chance.nextBoolean();
        var seconds = new java.util.HashMap<String, Long>();
        if (chance.nextInt(10) > 0) {
            seconds.put("attendance", chance.nextInt(20) == 0 ? -5L : (long) chance.nextInt(3_000));
        }
        if (chance.nextInt(5) > 0) {
            seconds.put("turnout", (long) chance.nextInt(120));
        }
        return new Imported(
                "brigade",
                String.valueOf(number),
                Optional.of(chance.nextBoolean() ? "FIRE" : "POLICE"),
                graded ? Optional.of(new Grade(top ? "I" : "S")) : Optional.empty(),
                graded && top,
                chance.nextInt(9) == 0 ? Optional.empty() : Optional.of("Type " + chance.nextInt(4)),
                Optional.empty(),
                Optional.empty(),
                chance.nextInt(15) == 0
                        ? Map.of("ward", "W1")
                        : Map.of("borough", chance.nextBoolean() ? "E09000001" : "E09000002"),
                Optional.empty(),
                FROM.plusDays(chance.nextInt(90)),
                chance.nextInt(12) == 0 ? Optional.empty() : Optional.of(chance.nextInt(24)),
                Optional.empty(),
                Map.of(),
                seconds,
                List.of(),
                "0",
                number + 2);
    }

    private static ResponseQuery quarter() {
        return ResponseQuery.of(FROM, TO);
    }

    private ResponseReport report() {
        return program.get(ResponseReport.class);
    }

    @Test
    void its_sql_holds_on_the_migrated_database() {
        SqlContract.check(program.database(), FactTable.class, FactWriter.class, IncidentsBehind.class);
    }

    @Test
    void every_incident_is_counted_or_excluded_with_its_reason() {
        for (Breakdown breakdown : Breakdown.values()) {
            List<Row> rows = report().compute(quarter().by(breakdown)).rows();
            for (String interval : List.of("turnout", "attendance")) {
                assertThat(rows.stream()
                                .filter(row -> row.interval().equals(interval))
                                .mapToInt(row -> row.n() + row.excluded().all())
                                .sum())
                        .as("by %s, %s", breakdown.word(), interval)
                        .isGreaterThanOrEqualTo(900);
            }
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row.counts().incidents())
                            .isEqualTo(row.n() + row.excluded().all()));
        }
    }

    @Test
    void every_figure_opens_the_incidents_it_counts() {
        ResponseQuery query = quarter().interval("attendance");
        for (Breakdown breakdown : Breakdown.values()) {
            for (Row row : report().compute(query.by(breakdown)).rows()) {
                ResponseQuery behind = query.where(Breakdown.SOURCE, "brigade")
                        .where(breakdown, row.key().get(breakdown));
                var found = new ArrayList<IncidentBehind>();
                for (int after = 0; found.size() == after; after += ResponseReport.INCIDENTS_MAX) {
                    found.addAll(report().incidents(behind, after));
                }
                assertThat(found.stream()
                                .filter(one -> one.seconds().orElse(-1) >= 0)
                                .count())
                        .as("by %s, %s", breakdown.word(), row.key())
                        .isEqualTo(row.n());
                assertThat(found).hasSize(row.n() + row.excluded().all());
            }
        }
    }

    @Test
    void areas_have_their_names_and_come_in_their_order() {
        List<Row> rows = report().compute(quarter().by(Breakdown.AREA).interval("attendance"))
                .rows();

        assertThat(rows.stream().map(row -> row.labels().getOrDefault(Breakdown.AREA, "not stated")))
                .containsExactly("Barking", "City of London", "not stated");
        assertThat(rows.getFirst().areaKind()).contains("borough");
    }

    @Test
    void a_revised_incident_counts_where_it_now_belongs_and_only_there() {
        append("history-source/second", 0, second(declared(List.of("attendance"))));
        Imported before = imported(5_000, new Random(SEED));
        append("history/second/5000", 0, moved(before, LocalDate.of(2010, 1, 31), Map.of("attendance", 100L)));
        caughtUp();
        ResponseQuery year = ResponseQuery.of(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31))
                .by(Breakdown.MONTH);
        assertThat(report().compute(year).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.key()).isEqualTo(Map.of(Breakdown.MONTH, "2010-01")));

        append("history/second/5000", 1, revised(before, LocalDate.of(2010, 2, 1), Map.of("attendance", 200L)));
        caughtUp();

        assertThat(report().compute(year).rows()).singleElement().satisfies(row -> {
            assertThat(row.key()).isEqualTo(Map.of(Breakdown.MONTH, "2010-02"));
            assertThat(row.durations().sum()).isEqualTo(200);
        });
    }

    @Test
    void figures_rebuilt_from_the_record_are_the_same() throws SQLException {
        ResponseQuery query = quarter().by(Breakdown.MONTH, Breakdown.AREA, Breakdown.GRADE);
        String before = ResponseFormat.JSON.write(report().compute(query));
        List<String> rows = table();

        program.get(Followers.class).rebuild("performance/response-facts");
        caughtUp();

        assertThat(table()).isEqualTo(rows);
        assertThat(ResponseFormat.JSON.write(report().compute(query))).isEqualTo(before);
    }

    @Test
    void a_source_interval_or_kind_of_area_nobody_declared_is_refused_by_name() {
        assertThatThrownBy(() -> report().compute(quarter().where(Breakdown.SOURCE, "nowhere")))
                .isInstanceOf(QueryFault.class)
                .hasMessageContaining("No source is called (nowhere)");
        assertThatThrownBy(() -> report().compute(quarter().interval("naps")))
                .isInstanceOf(QueryFault.class)
                .hasMessageContaining("has the interval (naps)");
        assertThatThrownBy(() -> report().compute(quarter().areaKind("parish")))
                .isInstanceOf(QueryFault.class)
                .hasMessageContaining("of the kind (parish)");
    }

    private static Declared second(Declared first) {
        return new Declared(
                "second",
                first.name(),
                first.agency(),
                first.zone(),
                first.precisions(),
                first.intervals(),
                first.definitions(),
                first.headline(),
                first.grades(),
                first.topGrades(),
                first.areaKinds(),
                first.licence(),
                first.attribution(),
                first.mappingVersion(),
                first.mappingHash(),
                first.mapping());
    }

    private static Imported moved(Imported of, LocalDate day, Map<String, Long> seconds) {
        return new Imported(
                "second",
                of.key(),
                of.agency(),
                of.grade(),
                of.topGrade(),
                of.type(),
                of.channel(),
                of.disposition(),
                of.areas(),
                of.place(),
                day,
                of.hour(),
                of.period(),
                of.times(),
                seconds,
                of.flags(),
                of.rowHash(),
                of.line());
    }

    private static Revised revised(Imported of, LocalDate day, Map<String, Long> seconds) {
        return new Revised(
                "second",
                of.key(),
                of.agency(),
                of.grade(),
                of.topGrade(),
                of.type(),
                of.channel(),
                of.disposition(),
                of.areas(),
                of.place(),
                day,
                of.hour(),
                of.period(),
                of.times(),
                seconds,
                of.flags(),
                of.rowHash(),
                of.line());
    }

    private List<String> table() throws SQLException {
        var rows = new ArrayList<String>();
        try (Connection connection = program.database().writer();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("select f::text from performance.response_fact f"
                                + " union all select c::text from performance.response_chunk c"
                                + " union all select s::text from performance.response_source s"
                                + " union all select a::text from performance.response_area a order by 1")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
