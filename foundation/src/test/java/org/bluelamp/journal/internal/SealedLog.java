package org.bluelamp.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return verify("journal", program.data().resolve("witness").resolve("journal.checkpoints"));
    }

    Verification.Report verify(String log, Path witness) {
        return program.get(Verification.class)
                .verify(Verification.Request.of(log).withWitness(witness), _ -> {});
    }

    Path witnessFile() {
        return program.data().resolve("witness").resolve("journal.checkpoints");
    }

    String witnessText() {
        try {
            return Files.readString(witnessFile());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    SealStore store() {
        return program.get(SealStore.class);
    }

    /// Changes the database as somebody who owns the machine, with every trigger out of the way.
    void attack(String... statements) {
        program.database().asSuperuser("set session_replication_role = replica; " + String.join("; ", statements));
    }

    /// What one row of the log says, as text.
    Map<String, String> row(String sql) throws SQLException {
        try (var connection = program.database().superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            var row = new java.util.LinkedHashMap<String, String>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.put(rows.getMetaData().getColumnName(column), rows.getString(column));
            }
            return row;
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
