package org.bluelamp.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluelamp.history.Histories;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.HistoryEvent.OfIncident;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
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

    private ImportAccount imports(String export, String mapping) {
        return Material.export(export)
                .map(file -> histories().run(file, Material.mapping(mapping), ANALYST, ImportProgress.none()))
                .orElseThrow();
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
