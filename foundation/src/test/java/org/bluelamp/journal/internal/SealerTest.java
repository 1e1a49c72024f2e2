package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.bluelamp.testing.SqlContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    private static SealedLog log;

    @BeforeAll
    static void start() {
        log = new SealedLog().grown(300, 1, 700);
        log.look(3);
        log.seal();
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    @Test
    void the_statements_fit_the_tables() {
        SqlContract.check(log.program.database(), SealStore.class, VerifJournal.class, VerifLooking.class);
    }

    @Test
    void every_checkpoint_is_signed_and_has_the_root_of_the_plain_definition() {
        VerifJournal journal = log.program.get(VerifJournal.class);
        var key = log.program.get(SealFiles.class).publicKeys().get("bluelamp/journal");
        var notes = log.store().after("journal", 0, 10).stream()
                .map(row -> CheckpointNote.parse(row.note()))
                .toList();
        assertThat(notes).extracting(note -> note.checkpoint().size()).containsExactly(300L, 301L, 1001L);
        for (CheckpointNote note : notes) {
            assertThat(key.signed(note)).isTrue();
            assertThat(note.checkpoint().root())
                    .isEqualTo(
                            MerkleNaive.root(journal.leaves(0, note.checkpoint().size())));
        }
    }

    @Test
    void only_full_tiles_are_stored() {
        VerifJournal journal = log.program.get(VerifJournal.class);
        assertThat(log.store().tiles("journal", 0, 0, 100).keySet())
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 3)
                        .mapToObj(index -> new TileId(0, index))
                        .toList());
        byte[] tile = log.store().tile("journal", new TileId(0, 2)).orElseThrow();
        assertThat(MerkleHash.in(tile, 255)).isEqualTo(journal.leaves(767, 768).getFirst());
    }

    @Test
    void the_witness_has_every_checkpoint_in_order() {
        var witnessed = new WitnessFile(log.witnessFile()).read();
        assertThat(witnessed)
                .allSatisfy(line -> assertThat(line).isInstanceOf(WitnessFile.Line.Witnessed.class))
                .hasSize(3);
        assertThat(log.program
                        .get(SealFiles.class)
                        .handedLast("journal")
                        .orElseThrow()
                        .text())
                .isEqualTo(log.store().latest("journal").orElseThrow().text());
    }

    @Test
    void the_looking_log_is_sealed_beside_the_journal_under_its_own_name() {
        var note = log.store().latest("looking").orElseThrow();
        assertThat(note.checkpoint().origin()).isEqualTo("bluelamp/looking");
        assertThat(note.checkpoint().size()).isEqualTo(3);
        assertThat(log.verify("looking").sound()).isTrue();
    }

    @Test
    void nothing_new_makes_no_checkpoint() {
        String before = log.witnessText();
        log.seal();
        assertThat(log.witnessText()).isEqualTo(before);
    }

    @Test
    void a_sealer_that_starts_again_goes_on_where_the_last_one_stopped() {
        try (var other = new SealedLog().grown(513)) {
            var again = new SealLog(other.program.get(VerifJournal.class), other.store(), "bluelamp/journal");
            other.write(600);
            var note = again.seal(
                            other.program
                                    .get(SealFiles.class)
                                    .key(List.of(other.store().latest("journal").orElseThrow())),
                            () -> SealedLog.NINE)
                    .orElseThrow();
            assertThat(note.checkpoint().root())
                    .isEqualTo(MerkleNaive.root(
                            other.program.get(VerifJournal.class).leaves(0, 1113)));
            assertThat(other.verify().findings()).isEmpty();
        }
    }

    @Test
    void the_running_sealer_seals_what_is_new_within_seconds() throws InterruptedException {
        try (var other = new SealedLog()) {
            other.sealer.start();
            other.write(5);
            for (int tried = 0; tried < 100 && other.store().lastSize("journal") < 5; tried++) {
                Thread.sleep(100);
            }
            assertThat(other.store().lastSize("journal")).isEqualTo(5);
            assertThat(other.sealer.trouble()).isEmpty();
        }
    }

    @Test
    void the_sealer_does_not_seal_with_another_key_than_before() throws IOException {
        try (var other = new SealedLog().grown(3)) {
            SealFiles files = other.program.get(SealFiles.class);
            var newest = List.of(other.store().latest("journal").orElseThrow());
            Path key = other.program.data().resolve("keys").resolve("journal-seal.key");
            Files.delete(key);
            assertThatThrownBy(() -> files.key(newest))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not here");
            new SigningKeyFile(key.getParent()).open(List.of("bluelamp/journal"));
            assertThatThrownBy(() -> files.key(newest))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not signed by the key");
        }
    }

    @Test
    void an_addition_to_the_witness_that_was_torn_is_cut_off_and_made_again(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("w").resolve("journal.checkpoints");
        var key = SigningKey.of(new byte[32]);
        var one = key.seal(new Checkpoint("bluelamp/journal", 1, MerkleHash.leaf(new byte[0])));
        var two = key.seal(new Checkpoint("bluelamp/journal", 2, MerkleHash.leaf(new byte[1])));
        byte[] whole = two.text().getBytes(StandardCharsets.UTF_8);
        for (int torn = 0; torn < whole.length; torn++) {
            Files.deleteIfExists(file);
            var witness = new WitnessFile(file);
            witness.add(one);
            Files.write(file, java.util.Arrays.copyOf(whole, torn), StandardOpenOption.APPEND);
            assertThat(witness.last().orElseThrow().text()).isEqualTo(one.text());
            witness.add(two);
            assertThat(Files.readString(file)).as("torn at %d", torn).isEqualTo(one.text() + "\n" + two.text() + "\n");
            assertThat(witness.last().orElseThrow().text()).isEqualTo(two.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal.tile set hashes = hashes",
                "delete from journal.tile",
                "truncate journal.tile",
                "update journal.checkpoint set note = ''",
                "delete from journal.checkpoint",
                "truncate journal.checkpoint",
                "update journal.entry set facts = ''",
                "delete from journal.entry",
                "truncate journal.entry",
                "update journal.look set route = ''",
                "delete from journal.look",
                "truncate journal.look"
            })
    void nobody_changes_empties_or_takes_from_the_record(String statement) throws SQLException {
        try (var writer = log.program.database().writer();
                var owner = log.program.database().owner()) {
            assertThatThrownBy(() -> writer.createStatement().execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> owner.createStatement().execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("is never changed");
        }
        assertThat(log.verify().findings()).isEmpty();
    }
}
