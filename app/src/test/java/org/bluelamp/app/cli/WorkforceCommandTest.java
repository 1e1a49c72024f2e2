package org.bluelamp.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkforceCommandTest {
    private static final String ROSTER = """
            day,callsign,tour,kind,borough,command_unit,from,until,vehicle,equipment,crew
            2026-11-22,MP12,1,RESPONSE,E09000033,BOCU-WESTMINSTER,07:00,15:00,,TASER,p-104:TASER/2027-03-31 p-105
            2026-11-22,MP13,1,RESPONSE,E09000033,BOCU-WESTMINSTER,14:00,22:00,,,p-104
            """;

    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {}

    private static Said run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int status = Commands.line()
                    .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                    .execute(words);
            return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    @Test
    void a_roster_is_checked_then_planned_with_its_faults_named_and_a_second_time_changes_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("roster.csv"), ROSTER);
        String data = folder.resolve("data").toString();
        Said checked = run("workforce", "roster", file.toString(), "--check", "--data", data);
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.out()).contains("Would be planned: 1 tours, 0 stood already, 1 rows faulty.");
        assertThat(checked.err()).contains("line 3, crew: (p-104) is on the tour (2026-11-22-MP12-1) at that time.");

        Said first = run("workforce", "roster", file.toString(), "--data", data);
        assertThat(first.out()).contains("Planned: 1 tours, 0 stood already, 1 rows faulty.");
        Said second = run("workforce", "roster", file.toString(), "--data", data);
        assertThat(second.out()).contains("Planned: 0 tours, 1 stood already, 1 rows faulty.");
    }

    @Test
    void wrong_words_are_status_2_and_a_file_that_is_not_there_status_1() {
        assertThat(run("workforce").status()).isEqualTo(2);
        assertThat(run("workforce", "roster", folder.resolve("none.csv").toString()))
                .satisfies(said -> assertThat(said.status()).isEqualTo(1))
                .satisfies(said -> assertThat(said.err()).contains("cannot be read"));
    }
}
