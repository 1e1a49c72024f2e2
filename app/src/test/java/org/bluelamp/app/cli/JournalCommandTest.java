package org.bluelamp.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.ServiceClocks.ClockEvent;
import org.bluelamp.journal.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The outside contract of `bluelamp journal`, on a record with a database server of its own.
class JournalCommandTest {
    private record Answer(int status, String out) {}

    @Test
    void a_record_is_verified_proved_and_handed_out(@TempDir Path data) throws IOException {
        assertThat(written(data)).isZero();

        Answer verified = run(data, "journal", "verify", "--format", "json");
        assertThat(verified.status()).as(verified.out()).isZero();
        var report = JsonMapper.shared().readTree(verified.out());
        assertThat(report.get("sound").booleanValue()).isTrue();
        assertThat(report.get("checked").longValue()).isPositive();

        Path witness = data.resolve("witness").resolve("journal.checkpoints");
        assertThat(run(data, "journal", "verify", "--witness", witness.toString())
                        .status())
                .isZero();

        Answer proof = run(data, "journal", "proof", "1");
        assertThat(proof.out()).startsWith("bluelamp inclusion proof 1\nenvelope {");
        Path good = Files.writeString(data.resolve("entry.proof"), proof.out());
        Path forged = Files.writeString(
                data.resolve("forged.proof"), proof.out().replace("\"position\":1", "\"position\":2"));
        assertThat(run(data, "journal", "verify", "--proof", good.toString()).status())
                .isZero();
        assertThat(run(data, "journal", "verify", "--proof", forged.toString()).status())
                .isEqualTo(1);

        assertThat(run(data, "journal", "export").out().lines()).hasSizeGreaterThan(1);
    }

    @Test
    void what_cannot_be_meant_is_wrong_usage(@TempDir Path data) {
        assertThat(run(data, "journal", "verify", "--log", "diary").status()).isEqualTo(2);
        assertThat(run(
                                data,
                                "journal",
                                "verify",
                                "--witness",
                                data.resolve("none").toString())
                        .status())
                .isEqualTo(1);
        assertThat(Commands.line().execute("journal")).isEqualTo(2);
    }

    /// One entry of our own; closing the program seals it.
    private static int written(Path data) {
        var where = new DataOptions();
        where.data = data;
        return Program.with(where, program -> {
            Journal journal = program.getBean(Journal.class);
            var now = program.getBean(ServiceClock.class).now();
            var act = Act.byProgram("test", new Happened(now, Happened.Precision.MICROSECOND, "test"));
            var stream = journal.read(new StreamId("clock/of-a-test"), ClockEvent.class);
            journal.append(
                    Append.by(act).restingOn(stream).write(stream.stream(), new ClockEvent.ClockSet(now, now, 1)));
            return 0;
        });
    }

    private static Answer run(Path data, String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        all.add("--data");
        all.add(data.toString());
        var out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int status = Commands.line().execute(all.toArray(String[]::new));
            return new Answer(status, out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
