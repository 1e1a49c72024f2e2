package org.bluelamp.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Looking;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.Verification;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.TestProgram;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A running program with a sealed log, for tests that attack it.
final class SealedLog implements AutoCloseable {
    static final Instant NINE = Instant.parse("2026-11-22T21:00:00Z");
    static final Act ACT = Act.byScreen(
                    new ActorId("p-104"),
                    new RoleCode("DUTY_OFFICER"),
                    new Happened(NINE, Happened.Precision.SECOND, "screen"))
            .withPolicies(List.of(new PolicyUse("grading", 3)));

    /// Events only these tests know.
    sealed interface BeatEvent {
        record Heard(String word, Optional<PersonalText> words) implements BeatEvent {}
    }

    @Configuration(proxyBeanMethods = false)
    static class Beats {
        @Bean
        EventTypes beatEvents() {
            return new EventTypes("test", BeatEvent.class);
        }
    }

    final TestProgram program = TestProgram.journal(Beats.class);
    final Journal journal = program.get(Journal.class);
    final Sealer sealer = program.get(Sealer.class);

    SealedLog() {
        // The test says when a checkpoint is made.
        sealer.stop();
    }

    /// Writes entries, one in three with a personal part, over a handful of streams.
    void write(int entries) {
        for (int from = 0; from < entries; from += Journal.BATCH_MAX) {
            journal.appendBatch(IntStream.range(from, Math.min(entries, from + Journal.BATCH_MAX))
                    .mapToObj(this::entry)
                    .toList());
        }
    }

    private Append entry(int number) {
        var stream = new StreamId("beat/" + journal.position() + "-" + number / 5);
        Optional<PersonalText> words =
                number % 3 == 0 ? Optional.of(PersonalText.of("Said by Mr Grey, " + number)) : Optional.empty();
        return Append.by(ACT.withKey(new RequestKey("request-" + number)))
                .restingOn(stream, number % 5)
                .write(stream, new BeatEvent.Heard("word " + number, words));
    }

    void look(int times) {
        for (int time = 0; time < times; time++) {
            program.get(Looking.class)
                    .record(new Looking.Look(
                            new ActorId("p-104"),
                            new RoleCode("DUTY_OFFICER"),
                            "page",
                            "/incidents",
                            List.of("2026-11-22-" + time),
                            time % 2 == 0 ? Optional.of("handover") : Optional.empty()));
        }
    }

    /// Entries, a checkpoint, more entries, another checkpoint: what most attacks start from.
    SealedLog grown(int... sizes) {
        for (int more : sizes) {
            write(more);
            seal();
        }
        return this;
    }

    void seal() {
        sealer.sealNow();
    }

    Verification.Report verify() {
        return verify("journal");
    }

    Verification.Report verify(String log) {
        return program.get(Verification.class).verify(Verification.Request.of(log), _ -> {});
    }

    Verification.Report verifyWithWitness() {
        return verify("journal", witnessFile());
    }

    Verification.Report verify(String log, Path witness) {
        return program.get(Verification.class)
                .verify(Verification.Request.of(log).withWitness(witness), _ -> {});
    }

    Path witnessFile() {
        return witness("journal");
    }

    Path witness(String log) {
        return program.data().resolve("witness").resolve(log + ".checkpoints");
    }

    String witnessText() {
        return read(witnessFile());
    }

    SealStore store() {
        return program.get(SealStore.class);
    }

    /// Changes the database as somebody who owns the machine, with every trigger out of the way.
    void attack(String... statements) {
        program.database().asSuperuser("set session_replication_role = replica; " + String.join("; ", statements));
    }

    private static final List<String> TABLES =
            List.of("entry", "personal", "withheld", "stream_head", "tile", "checkpoint", "look");

    private final Map<String, String> witnessed = new TreeMap<>();

    /// Remembers the log as it is, tables and witness.
    SealedLog keep() {
        attack("create schema kept");
        TABLES.forEach(table -> attack("create table kept.%1$s as table journal.%1$s".formatted(table)));
        for (String log : Verification.LOGS) {
            witnessed.put(log, read(witness(log)));
        }
        return this;
    }

    /// Puts back what was kept, as if the attack had never been.
    void putBack() {
        TABLES.forEach(table -> attack(
                "truncate journal." + table, "insert into journal.%1$s select * from kept.%1$s".formatted(table)));
        witnessed.forEach((log, text) -> write(witness(log), text));
    }

    /// The columns of a table, its position left out.
    List<String> columns(String table) {
        return program.get(JdbcClient.class)
                .sql("select column_name from information_schema.columns where table_schema = 'journal'"
                        + " and table_name = :table and column_name <> 'position'")
                .param("table", table)
                .query(String.class)
                .list();
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The attacker holds the seal key too: writes tiles and checkpoints anew over what the tables say now, as
    /// few checkpoints as will do, and leaves no trace in the database.
    void rechain() {
        attack("truncate journal.tile, journal.checkpoint");
        seal();
    }

    @Override
    public void close() {
        program.close();
    }
}
