package org.bluelamp.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bluelamp.history.Histories;
import org.bluelamp.history.HistoryEvent.OfIncident;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.ShippedHistory;
import org.bluelamp.journal.Journal;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The mappings that come with the program, on the exports they were written for.
class RealExportsTest {
    private static final Importing ANALYST = Importing.by(new ActorId("p-7"), new RoleCode("ANALYST"));
    private static final Duration ALEXANDRIA_WITHIN = Duration.ofSeconds(30);

    private static TestProgram program;
    private static Histories histories;

    @BeforeAll
    static void start() {
        program = TestProgram.modules(List.of("journal", "history.internal"));
        histories = program.get(Histories.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Optional<ImportAccount> imports(String mapping, String export) {
        return Material.export(export)
                .map(file -> histories.run(file, Material.mapping(mapping), ANALYST, ImportProgress.none()));
    }

    @Test
    void thirteen_weeks_of_alexandria_go_in_within_thirty_seconds_with_every_row_accounted_for() {
        long start = System.nanoTime();
        Optional<ImportAccount> account = imports("alexandria", "alexandria-cad/cad_incidents_2025w35-w47.csv.gz");
        if (account.isEmpty()) {
            return;
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ALEXANDRIA_WITHIN);
        assertThat(account.get().sentence()).isEqualTo("20,654 rows = 20,654 new + 0 same + 0 revised + 0 refused");
        assertThat(account.get().flagged()).containsEntry("missing_key", 9L);

        long position = program.get(Journal.class).position();
        assertThat(imports("alexandria", "alexandria-cad/cad_incidents_2025w35-w47.csv.gz")
                        .orElseThrow()
                        .sentence())
                .isEqualTo("20,654 rows = 0 new + 20,654 same + 0 revised + 0 refused");
        assertThat(program.get(Journal.class).position()).isEqualTo(position);
    }

    @Test
    void a_police_call_of_alexandria_reads_as_its_columns_say() {
        Mapping again = MappingReader.read(
                Material.mapping("alexandria").text().replace("id: alexandria", "id: alexandria-again"));
        Optional<Path> file = Material.export("alexandria-cad/cad_incidents_2025w35-w47.csv.gz");
        if (file.isEmpty()) {
            return;
        }
        histories.run(file.get(), again, ANALYST, (account, _, _) -> account.rows() == 0);
        OfIncident call =
                histories.find("alexandria-again", "25-071089").getLast().event();

        // The source's own columns: 47 s to queue, 113 to despatch, 166 on the phone, 160 in all, 204, 641, 1,721.
        assertThat(new TreeMap<>(call.intervalSeconds()))
                .isEqualTo(new TreeMap<>(Map.of(
                        "queue", 47L,
                        "dispatch", 113L,
                        "phone", 166L,
                        "processing", 160L,
                        "rollout", 204L,
                        "transit", 641L,
                        "response", 1_005L,
                        "total", 1_721L)));
        assertThat(call.agency()).contains("POLICE");
        assertThat(call.topGrade()).isFalse();
        assertThat(call.period()).contains("35");
    }

    @Test
    void a_month_of_san_diego_has_calls_but_no_intervals() {
        imports("san-diego", "san-diego-calls/pd_calls_for_service_2023-01.csv.gz")
                .ifPresent(account -> {
                    assertThat(account.sentence())
                            .isEqualTo("26,595 rows = 26,595 new + 0 same + 0 revised + 0 refused");
                    assertThat(histories
                                    .source("san-diego")
                                    .orElseThrow()
                                    .declared()
                                    .intervals())
                            .isEmpty();
                });
    }

    @Test
    void a_month_of_sacramento_is_known_to_the_day_only() {
        imports("sacramento", "sacramento-dispatch-2019-01/dispatch_2019-01_dates_only.csv.gz")
                .ifPresent(account -> {
                    assertThat(account.sentence())
                            .isEqualTo("25,000 rows = 25,000 new + 0 same + 0 revised + 0 refused");
                    OfIncident call =
                            histories.find("sacramento", "7303185").getLast().event();
                    assertThat(call.hour()).isEmpty();
                    assertThat(call.serviceDay()).hasToString("2019-01-01");
                });
    }

    @Test
    void the_exports_beside_the_project_equal_the_shipped_ones() {
        List<ImportAccount> shipped = program.get(ShippedHistory.class).load(ImportProgress.none());
        assertThat(shipped)
                .extracting(ImportAccount::rows, ImportAccount::refused)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(6_708L, 0L),
                        org.assertj.core.groups.Tuple.tuple(10_000L, 0L));

        imports("london-fire-brigade-2009", "london-fire-brigade/dwelling_fires_2009.csv.gz")
                .ifPresent(account -> assertThat(account.same()).isEqualTo(6_708));
        imports("seattle", "seattle-calls-sample/call_data_sample_10k.csv.gz")
                .ifPresent(account -> assertThat(account.same()).isEqualTo(10_000));
    }

    @Test
    void the_shipped_history_is_loaded_once_however_often_it_is_asked_for() {
        ShippedHistory shipped = program.get(ShippedHistory.class);
        shipped.load(ImportProgress.none());
        long position = program.get(Journal.class).position();
        var told = new ArrayList<Long>();
        shipped.load((account, read, all) -> told.add(read) || true);

        assertThat(program.get(Journal.class).position()).isEqualTo(position);
        assertThat(told).isNotEmpty();
        assertThat(histories.areaNames("london-fire-brigade-2009", "borough"))
                .containsEntry("E09000033", "Westminster");
        assertThat(neverArrived()).isEqualTo(710);
    }

    /// Calls of Seattle whose arrival is written as the first day of 1900.
    private static long neverArrived() {
        return program.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("""
                        select count(*) from journal.entry
                         where stream like 'history/seattle/%'
                           and not convert_from(facts, 'UTF8')::jsonb -> 'times' ? 'arrived'
                        """.replace("?", "??"))
                .query(Long.class)
                .single();
    }
}
