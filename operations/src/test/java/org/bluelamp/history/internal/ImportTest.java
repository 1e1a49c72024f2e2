package org.bluelamp.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bluelamp.history.Histories;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.HistoryEvent.OfIncident;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.ImportView;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportTest {
    private static final Importing ANALYST = Importing.by(new ActorId("p-7"), new RoleCode("ANALYST"));
    private static final Mapping FIRES = Material.mapping("london-fire-brigade-2009");

    private static TestProgram program;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        program = TestProgram.modules(List.of("journal", "history.internal"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private Histories histories() {
        return program.get(Histories.class);
    }

    @Test
    void every_sql_statement_fits_the_tables() {
        SqlContract.check(program.database(), IncidentList.class, SourceList.class, ImportList.class);
    }

    @Test
    void an_export_is_imported_once_however_often_it_is_given() throws IOException {
        Path file = fires("once", 3_000);
        ImportAccount first = histories().run(file, source("once"), ANALYST, ImportProgress.none());
        long position = program.get(Journal.class).position();
        ImportAccount second = histories().run(file, source("once"), ANALYST, ImportProgress.none());

        assertThat(first.sentence()).isEqualTo("3,000 rows = 3,000 new + 0 same + 0 revised + 0 refused");
        assertThat(second.sentence()).isEqualTo("3,000 rows = 0 new + 3,000 same + 0 revised + 0 refused");
        assertThat(program.get(Journal.class).position()).isEqualTo(position);
    }

    @Test
    void an_import_that_is_stopped_goes_on_where_it_stopped() throws IOException {
        Path file = fires("stopped", 3_000);
        var batches = new AtomicInteger();
        ImportAccount stopped =
                histories().run(file, source("stopped"), ANALYST, (_, _, _) -> batches.incrementAndGet() < 2);
        ImportAccount rest = histories().run(file, source("stopped"), ANALYST, ImportProgress.none());

        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.imported()).isEqualTo(2 * Histories.BATCH_ROWS);
        assertThat(rest.same()).isEqualTo(2 * Histories.BATCH_ROWS);
        assertThat(rest.imported()).isEqualTo(3_000 - 2 * Histories.BATCH_ROWS);
    }

    @Test
    void a_row_that_changed_is_a_revision_of_the_same_incident() throws IOException {
        Path file = fires("revised", 10);
        histories().run(file, source("revised"), ANALYST, ImportProgress.none());
        Files.writeString(file, Files.readString(file).replace(",Station 3,", ",Station 99,"));
        ImportAccount later = histories().run(file, source("revised"), ANALYST, ImportProgress.none());

        assertThat(later.sentence()).isEqualTo("10 rows = 0 new + 9 same + 1 revised + 0 refused");
        List<Recorded<OfIncident>> entries = histories().find("revised", "3");
        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().event()).isInstanceOf(HistoryEvent.Imported.class);
        assertThat(entries.getLast().event().areas()).containsEntry("station_ground", "Station 99");
    }

    @Test
    void lists_that_are_dropped_and_built_again_from_the_record_are_the_same() throws IOException {
        Path file = fires("rebuilt", 500);
        histories().run(file, source("rebuilt"), ANALYST, ImportProgress.none());
        Files.writeString(file, Files.readString(file).replace(",Station 3,", ",Station 99,"));
        histories().run(file, source("rebuilt"), ANALYST, ImportProgress.none());
        List<String> before = tables();

        var followers = program.get(Followers.class);
        followers.rebuild("history/incident-list");
        followers.rebuild("history/import-list");

        assertThat(before).hasSizeGreaterThan(500);
        assertThat(tables()).isEqualTo(before);
    }

    /// Every row of every table the module projects, as text.
    private static List<String> tables() {
        return Stream.of("source", "area_name", "incident", "import")
                .flatMap(table -> program
                        .get(JdbcClient.class)
                        .sql("select '%1$s ' || t::text from history.%1$s t order by t::text".formatted(table))
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    /// A real kill: another program imports on the same database and is ended without warning half-way.
    @Test
    void an_import_that_is_killed_and_repeated_gives_the_same_record() throws IOException, InterruptedException {
        Path file = fires("killed", 12_000);
        Path yaml = Files.writeString(
                folder.resolve("killed.yaml"), source("killed").text());
        String database = program.database().writerUrl();
        String owner = program.database().ownerUrl();
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledImport.class.getName(),
                        database,
                        owner,
                        program.data().toString(),
                        file.toString(),
                        yaml.toString())
                .redirectErrorStream(true)
                .start();
        var said = new ArrayList<String>();
        try (var lines = other.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.equals("rows " + 4 * Histories.BATCH_ROWS)) {
                    other.destroyForcibly();
                    break;
                }
            }
        }
        assertThat(other.waitFor()).isNotZero();
        assertThat(said).contains("rows " + 4 * Histories.BATCH_ROWS);

        ImportAccount rest = histories().run(file, source("killed"), ANALYST, ImportProgress.none());
        histories().run(file, source("straight"), ANALYST, ImportProgress.none());

        assertThat(rest.same()).isBetween(4L * Histories.BATCH_ROWS, 11_999L);
        assertThat(rest.same() + rest.imported()).isEqualTo(12_000);
        assertThat(record("killed")).isEqualTo(record("straight"));
    }

    /// Key, version and fingerprint of everything a source has on record.
    private static List<String> record(String source) {
        return program.get(JdbcClient.class)
                .sql("""
                        select substr(stream, length('history/' || :source) + 2) || ' ' || version || ' '
                               || (convert_from(facts, 'UTF8')::jsonb - 'source')::text
                          from journal.entry
                         where stream like 'history/' || :source || '/%'
                         order by stream, version
                        """)
                .param("source", source)
                .query(String.class)
                .list();
    }

    @Test
    void two_rows_with_one_number_are_two_incidents() throws IOException {
        Path file = fires("repeated", 3);
        Files.writeString(file, Files.readString(file).replace("\n3,2009", "\n2,2009"));
        ImportAccount account = histories().run(file, source("repeated"), ANALYST, ImportProgress.none());

        assertThat(account.imported()).isEqualTo(3);
        assertThat(account.flagged()).isEqualTo(Map.of("repeated_key", 1L));
        assertThat(histories().find("repeated", "2~~2").getLast().event().line())
                .isEqualTo(4);
    }

    @Test
    void rows_that_cannot_be_are_written_down_with_line_column_and_reason_and_the_others_go_in() throws IOException {
        Path file = fires("refused", 4);
        String text = Files.readString(file)
                .replace("2009-01-02", "2009-02-30")
                .replace("12:00:03,", "12:00:03,\"")
                .replaceFirst("Station 4,204,NULL,-0.1,51.6\n$", "Station 4,20");
        Files.writeString(file, text);
        Path refused = folder.resolve("refused.csv");
        ImportAccount account =
                histories().run(file, source("refused"), ANALYST.refusedTo(refused), ImportProgress.none());

        assertThat(account.sentence()).isEqualTo("4 rows = 1 new + 0 same + 0 revised + 3 refused");
        assertThat(Files.readAllLines(refused))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("line,column,field,reason,row"),
                        line -> assertThat(line)
                                .startsWith("2,2,\"DateOfCall\",\"(2009-02-30 12:00:01) is no date of the calendar\","),
                        line -> assertThat(line)
                                .startsWith("4,4,\"StopCodeDescription\",\"has a quote that is not closed\","),
                        line -> assertThat(line)
                                .startsWith("5,11,")
                                .contains("has 11 columns, not 14: the file breaks off"));
    }

    @Test
    void a_check_counts_and_records_nothing() throws IOException {
        long position = program.get(Journal.class).position();
        ImportAccount account =
                histories().check(fires("checked", 5), source("checked"), ANALYST, ImportProgress.none());

        assertThat(account.sentence()).isEqualTo("5 rows = 5 new + 0 same + 0 revised + 0 refused");
        assertThat(program.get(Journal.class).position()).isEqualTo(position);
    }

    @Test
    void each_import_tells_who_read_which_file_under_which_mapping() throws IOException {
        histories().run(fires("told", 5), source("told"), ANALYST, ImportProgress.none());

        ImportView view = histories().imports(100).stream()
                .filter(one -> one.source().equals("told"))
                .findFirst()
                .orElseThrow();
        assertThat(view.by()).isEqualTo("p-7");
        assertThat(view.fileName()).isEqualTo("told.csv");
        assertThat(view.ended().orElseThrow().imported()).isEqualTo(5);
        assertThat(histories().source("told").orElseThrow().declared().mapping())
                .isEqualTo(source("told").text());
        assertThat(histories().source("told").orElseThrow().incidents()).isEqualTo(5);
    }

    /// Fires invented for this test, in the form of the real export.
    private Path fires(String name, int rows) throws IOException {
        var text = new StringBuilder("IncidentNumber,DateOfCall,TimeOfCall,StopCodeDescription,PropertyType,WardCode,"
                + "WardName,BoroughCode,BoroughName,IncidentStationGround,FirstPumpArriving_AttendanceTime,"
                + "SecondPumpArriving_AttendanceTime,Lon,Lat\n");
        for (int row = 1; row <= rows; row++) {
            text.append(
                    "%d,2009-01-%02d,12:00:%02d,Primary Fire,Bungalow,E05000%03d,Ward %d,E09000010,Enfield,Station %d,%d,NULL,-0.1,51.6%n"
                            .formatted(row, row % 28 + 1, row % 60, row % 500, row % 500, row, 200 + row % 300));
        }
        return Files.writeString(folder.resolve(name + ".csv"), text);
    }

    private static Mapping source(String id) {
        return MappingReader.read(FIRES.text().replace("id: london-fire-brigade-2009", "id: " + id));
    }
}
