package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.ServiceClocks.ClockEvent;
import org.bluelamp.journal.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// A disk that cannot keep what it is given: `strace` makes every fsync of the running server fail, as a dying disk
/// does. Without strace (or the right to use it) the test says that it did not run, and fails under CI.
class FsyncFaultTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final StreamId STREAM = new StreamId("clock/service");
    private static final Instant NINE = Instant.parse("2026-11-22T21:00:00Z");

    @TempDir
    Path data;

    @Test
    void an_fsync_error_stops_the_acknowledging_and_nothing_acknowledged_is_lost() throws Exception {
        if (!Files.isExecutable(STRACE)) {
            assertThat(System.getenv("CI")).as("strace is needed under CI").isNull();
            System.err.println("The fsync test did not run: strace is not installed.");
            return;
        }
        var acknowledged = new ArrayList<Integer>();
        try (var program = program()) {
            var journal = program.getBean(Journal.class);
            for (int rate = 1; rate <= 5; rate++) {
                append(journal, rate);
                acknowledged.add(rate);
            }
            Process strace = failEveryFsync();
            try {
                append(journal, 6);
                fail("An append was acknowledged although it could not be made durable.");
            } catch (DataAccessException | TransactionException refused) {
                assertThat(refused).isNotNull();
            } finally {
                strace.destroy();
                strace.waitFor(10, TimeUnit.SECONDS);
            }
        }
        try (var program = program()) {
            var rates = program.getBean(Journal.class).read(STREAM, ClockEvent.class).events().stream()
                    .map(event -> ((ClockEvent.ClockSet) event).rate())
                    .toList();
            assertThat(rates).startsWith(acknowledged.toArray(Integer[]::new));
        }
    }

    private ConfigurableApplicationContext program() {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "bluelamp.data=" + data,
                        "spring.main.banner-mode=off",
                        "gg.jte.use-precompiled-templates=true",
                        "spring.persistence.exceptiontranslation.enabled=false",
                        "logging.level.root=ERROR")
                .run();
    }

    @org.springframework.boot.autoconfigure.EnableAutoConfiguration(
            exclude = org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration.class)
    @org.springframework.context.annotation.ComponentScan(
            basePackages = "org.bluelamp.journal.internal",
            excludeFilters =
                    @org.springframework.context.annotation.ComponentScan.Filter(
                            type = org.springframework.context.annotation.FilterType.REGEX,
                            pattern = ".*Test(\\$.*)?"))
    static class Parts {}

    private static void append(Journal journal, int rate) {
        var act = Act.byProgram("test", new Happened(NINE, Happened.Precision.SECOND, "test"));
        var read = journal.read(STREAM, ClockEvent.class);
        journal.append(Append.by(act).restingOn(read).write(STREAM, new ClockEvent.ClockSet(NINE, NINE, rate)));
    }

    /// Makes fsync and fdatasync of the server and all its processes fail from now on.
    private Process failEveryFsync() throws Exception {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .trim());
        var command = new ArrayList<>(List.of(
                STRACE.toString(),
                "-f",
                "-q",
                "-e",
                "trace=fsync,fdatasync",
                "-e",
                "inject=fsync,fdatasync:error=EIO"));
        command.addAll(List.of("-p", Long.toString(postmaster)));
        ProcessHandle.of(postmaster)
                .orElseThrow()
                .descendants()
                .forEach(child -> command.addAll(List.of("-p", Long.toString(child.pid()))));
        Path log = data.resolve("strace.log");
        Process strace = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        TimeUnit.MILLISECONDS.sleep(1_000);
        assertThat(strace.isAlive()).as(Files.readString(log)).isTrue();
        return strace;
    }
}
