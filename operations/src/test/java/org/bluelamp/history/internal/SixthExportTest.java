package org.bluelamp.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.bluelamp.history.Histories;
import org.bluelamp.history.HistoryEvent.OfIncident;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An export that no code here has heard of: only its mapping file knows it.
class SixthExportTest {
    private static final String HEADER =
            "Force;Log;Day;Time;Sent (London);On scene (Berlin);Urgency;What;How;District no;District;Long;Lat;Talk s\n";

    /// The clocks go back on 27 October 2024 at 02:00 in London and at 03:00 in Berlin, both at 01:00 UTC.
    private static final String ROWS = """
            W;1;27.10.2024;00:58:00;27.10.2024 00:59;2024-10-27T02:05:30;Immediate;Café, fire;999;7;Saint-Élan;-1,5;52.1;61
            W;2;27.10.2024;01:40:00;27.10.2024 01:41;2024-10-27T02:59:00;Soon;'Noise; loud';unknown;7;Saint-Élan;-1.5;52.1;n/a
            W;3;27.10.2024;01:20:00;27.10.2024 01:25;2024-10-27T02:50:00;Later;Noise;101;8;Öst;-1.6;52.2;30
            W;4;27.10.2024;02:30:00;n/a;n/a;Never heard of;Noise;101;8;Öst;-1.6;52.2;30
            W;5;31.3.2024;01:30:00;31.3.2024 02:10;-;Later;Noise;101;8;Öst;-1.6;52.2;30
            W;6;31.2.2024;01:30:00;-;-;Later;Noise;101;8;Öst;-1.6;52.2;30
            W;-;1.11.2024;10:00:00;1.11.2024 09:58;2024-11-01T11:30:00;Later;Noise;101;8;Öst;-1.6;52.2;30
            W;1;1.11.2024;10:00:00;1.11.2024 10:01;2024-11-01T11:30:00;Later;Noise;101;8;Öst;-1.6;52.2;30
            """;

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

    @Test
    void it_is_imported_by_configuration_alone() throws IOException {
        Histories histories = program.get(Histories.class);
        Mapping mapping = histories.mapping(yaml());
        Path refused = folder.resolve("refused.csv");
        Importing how =
                Importing.by(new ActorId("p-7"), new RoleCode("ANALYST")).refusedTo(refused);

        ImportAccount account = histories.run(export(), mapping, how, ImportProgress.none());

        assertThat(account.sentence()).isEqualTo("8 rows = 6 new + 0 same + 0 revised + 2 refused");
        assertThat(Files.readAllLines(refused))
                .containsExactly(
                        "line,column,field,reason,row",
                        "2,12,\"Long\",\"(-1,5) is no number of degrees\",\""
                                + ROWS.lines().findFirst().get() + "\"",
                        "7,3,\"Day\",\"(31.2.2024 01:30:00) is no date of the calendar\",\""
                                + ROWS.lines().skip(5).findFirst().get() + "\"");
        assertThat(account.flagged())
                .containsEntry("unknown_grade", 1L)
                .containsEntry("missing_key", 1L)
                .containsEntry("clock_skipped:received", 1L)
                .containsEntry("clock_repeated:received", 2L)
                .containsEntry("negative:assigning", 2L);

        OfIncident second = incident(histories, "W:2");
        assertThat(second.times())
                .isEqualTo(Map.of(
                        "received", Instant.parse("2024-10-27T00:40:00Z"),
                        "dispatched", Instant.parse("2024-10-27T00:41:00Z"),
                        "arrived", Instant.parse("2024-10-27T00:59:00Z")));
        assertThat(second.intervalSeconds()).isEqualTo(Map.of("response", 1_140L, "assigning", 60L));
        assertThat(second.type()).contains("Noise; loud");
        assertThat(second.channel()).isEmpty();
        assertThat(second.grade()).contains(new Grade("Soon"));

        // Rows stand in order, so 01:20 after 01:40 is the second 01:20 of that night.
        OfIncident third = incident(histories, "W:3");
        assertThat(third.times()).containsEntry("received", Instant.parse("2024-10-27T01:20:00Z"));
        assertThat(third.intervalSeconds()).containsEntry("response", 1_800L).containsEntry("assigning", 300L);
        assertThat(third.hour()).isEqualTo(Optional.of(1));
        assertThat(third.serviceDay()).isEqualTo(LocalDate.of(2024, 10, 27));
        assertThat(third.place()).contains(Coordinate.ofDegrees(52.2, -1.6));

        // 01:30 did not exist that night: it is read as if the clocks had not been changed yet.
        assertThat(incident(histories, "W:5").times())
                .containsEntry("received", Instant.parse("2024-03-31T01:30:00Z"))
                .containsEntry("dispatched", Instant.parse("2024-03-31T01:10:00Z"));
        assertThat(histories.areaNames("westmark", "district")).containsEntry("7", "Saint-Élan");
    }

    @Test
    void strictly_its_odd_rows_are_refused_too() throws IOException {
        Histories histories = program.get(Histories.class);
        Mapping mapping = histories.mapping(yaml().replace("id: westmark", "id: westmark-strict"));
        Importing how = Importing.by(new ActorId("p-7"), new RoleCode("ANALYST"));

        ImportAccount account = histories.check(export(), mapping, how.strictly(), ImportProgress.none());

        assertThat(account.sentence()).isEqualTo("8 rows = 3 new + 0 same + 0 revised + 5 refused");
        assertThat(account.refusals())
                .anySatisfy(row -> assertThat(row.reason()).contains("missing_key"))
                .anySatisfy(row -> assertThat(row.reason()).contains("unknown_grade"));
    }

    private static OfIncident incident(Histories histories, String key) {
        return histories.find("westmark", key).getLast().event();
    }

    private Path export() throws IOException {
        Path file = folder.resolve("export.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + ROWS).getBytes(Charset.forName("windows-1252")));
        }
        return file;
    }

    private static String yaml() throws IOException {
        try (var in = SixthExportTest.class.getResourceAsStream("/history/westmark.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
