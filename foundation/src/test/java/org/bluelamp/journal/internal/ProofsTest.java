package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bluelamp.journal.Proofs;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.Withholding;
import org.bluelamp.testing.SqlContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProofsTest {
    private static final long SEED = 20261122;

    private static SealedLog log;
    private static Proofs proofs;
    private static List<String> keys;

    @BeforeAll
    static void start() {
        log = new SealedLog().grown(300, 1, 700);
        proofs = log.program.get(Proofs.class);
        keys = proofs.publicKeys();
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    @Test
    void the_statements_fit_the_tables() {
        SqlContract.check(log.program.database(), ProofMaker.class);
    }

    /// The written form can never change; the bytes were put together by another program.
    @Test
    void a_written_inclusion_proof_has_its_golden_bytes() {
        var key = SigningKey.of(new byte[32]);
        var leaf = new Proofs.LeafParts("{\"position\":1}", "{}", "AAAA", "", MerkleHash.EMPTY.base64());
        var hash = new MerkleHash(EntryFormat.leaf(
                leaf.envelope().getBytes(StandardCharsets.UTF_8),
                EntryFormat.hash(new byte[3], "{}".getBytes(StandardCharsets.UTF_8)),
                MerkleHash.EMPTY.bytes()));
        var other = MerkleHash.leaf(new byte[0]);
        var note = key.seal(new Checkpoint("bluelamp/journal", 2, MerkleHash.node(hash, other)));
        String text = ProofText.inclusion(leaf, 0, List.of(other), note);
        assertThat(text).isEqualTo("""
                bluelamp inclusion proof 1
                envelope {"position":1}
                facts {}
                facts-salt AAAA
                personal-hash 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

                c2sp.org/tlog-proof@v1
                index 0
                bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=

                bluelamp/journal
                2
                7sKqiXHkUAX0wROq4fqGqHyR0pj5/VHMC6Cqg28SYJA=

                — bluelamp/journal \
                T9eNw5TmgKkjPc1RuF+kj8ojEYl3Hhe6k5ROUNB1JDo5LCdcROCUkISDj/Xuun1DNdiUtkGZJ90YwwJ0eO2LmhNKGAE=
                """);
        assertThat(proofs.check(text, List.of(key.publicKey("bluelamp/journal").line()))
                        .holds())
                .isTrue();
    }

    @Test
    void every_entry_is_proved_with_the_public_key_alone() {
        for (long position = 1; position <= 1_001; position += 50) {
            var proof = proofs.inclusion(position);
            var checked = proofs.check(proof.text(), keys);
            assertThat(checked.refused()).isEmpty();
            assertThat(checked.shown())
                    .containsEntry("position", Long.toString(position))
                    .containsEntry("size", "1001")
                    .containsEntry("type", "test/beat.heard");
        }
    }

    @Test
    void a_proof_names_nobody_of_a_personal_part() {
        assertThat(proofs.inclusion(1).text()).doesNotContain("Grey");
    }

    @Test
    void a_proof_with_any_character_changed_is_refused() {
        String text = proofs.inclusion(417).text();
        var random = new Random(SEED);
        for (int place = 0; place < text.length(); place++) {
            char other = (char) (32 + random.nextInt(95));
            if (other != text.charAt(place)) {
                String forged = text.substring(0, place) + other + text.substring(place + 1);
                assertThat(proofs.check(forged, keys).holds())
                        .as("place %d, seed %d", place, SEED)
                        .isFalse();
            }
        }
    }

    @Test
    void a_proof_with_a_line_more_or_less_is_refused() {
        List<String> lines = proofs.inclusion(417).text().lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            var less = new ArrayList<>(lines);
            less.remove(line);
            assertThat(proofs.check(String.join("\n", less) + "\n", keys).holds())
                    .isFalse();
            // The last line is a signature; the same one twice is no lie.
            if (line < lines.size() - 1) {
                var more = new ArrayList<>(lines);
                more.add(line, lines.get(line));
                assertThat(proofs.check(String.join("\n", more) + "\n", keys).holds())
                        .as(lines.get(line))
                        .isFalse();
            }
        }
    }

    @Test
    void a_proof_for_one_entry_does_not_prove_another() {
        String mine = proofs.inclusion(417).text();
        String other = proofs.inclusion(418).text();
        int cut = mine.indexOf("\n\n");
        String mixed = mine.substring(0, cut) + other.substring(other.indexOf("\n\n"));
        assertThat(proofs.check(mixed, keys).refused())
                .contains("The path does not lead from the entry to the signed root.");
    }

    @Test
    void a_proof_signed_by_a_stranger_is_refused() {
        String text = proofs.inclusion(5).text();
        var stranger = SigningKey.fresh();
        var forged = stranger.seal(log.store().latest("journal").orElseThrow().checkpoint());
        String resigned = text.substring(0, text.indexOf("bluelamp/journal\n1001")) + forged.text();
        assertThat(proofs.check(resigned, keys).refused())
                .contains("The checkpoint is not signed by any of the given keys.");
        assertThat(proofs.check(
                                resigned,
                                List.of(stranger.publicKey("bluelamp/journal").line()))
                        .holds())
                .isTrue();
    }

    @Test
    void an_entry_that_was_changed_can_no_longer_be_proved() {
        try (var other = new SealedLog().grown(300)) {
            var mine = other.program.get(Proofs.class);
            String before = mine.inclusion(100).text();
            other.attack("update journal.entry set actor = 'p-999' where position = 100");
            assertThat(mine.check(mine.inclusion(100).text(), mine.publicKeys()).holds())
                    .isFalse();
            assertThat(mine.check(before, mine.publicKeys()).holds()).isTrue();
        }
    }

    @Test
    void a_withheld_entry_is_still_proved() {
        try (var other = new SealedLog().grown(300)) {
            var mine = other.program.get(Proofs.class);
            String before = mine.inclusion(1).text();
            other.program.get(Withholding.class).withhold(new StreamId("beat/0-0"), "MoPI 7 years", SealedLog.ACT);
            assertThat(mine.inclusion(1).text()).isEqualTo(before);
        }
    }

    @Test
    void the_record_is_shown_to_have_only_grown() {
        var checked = proofs.check(proofs.consistency(300, 1_001).text(), keys);
        assertThat(checked.shown()).containsEntry("from", "300").containsEntry("size", "1001");
        assertThat(proofs.check(proofs.consistency(301, 301).text(), keys).holds())
                .isTrue();
        assertThatThrownBy(() -> proofs.consistency(299, 1_001))
                .hasMessage("There is no checkpoint of exactly 299 entries.");
    }

    @Test
    void a_forged_consistency_proof_is_refused() {
        String text = proofs.consistency(301, 1_001).text();
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            var less = new ArrayList<>(lines);
            less.remove(line);
            assertThat(proofs.check(String.join("\n", less) + "\n", keys).holds())
                    .isFalse();
        }
        var random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            int place = random.nextInt(text.length());
            String forged = text.substring(0, place) + (char) (text.charAt(place) ^ 1) + text.substring(place + 1);
            assertThat(proofs.check(forged, keys).holds())
                    .as("place %d, seed %d", place, SEED)
                    .isFalse();
        }
    }

    @Test
    void a_disclosed_stream_shows_when_an_entry_is_kept_back() {
        var proof = proofs.stream(new StreamId("beat/0-1"));
        assertThat(proof.lastVersion()).isEqualTo(5);
        assertThat(proofs.check(proof.text(), keys).shown())
                .containsEntry("stream", "beat/0-1")
                .containsEntry("version", "5");

        List<String> parts = List.of(proof.text().split(ProofText.BETWEEN));
        for (int left = 1; left < parts.size(); left++) {
            var fewer = new ArrayList<>(parts);
            fewer.remove(left);
            assertThat(proofs.check(String.join(ProofText.BETWEEN, fewer), keys).refused())
                    .contains("Version %d of 5 is missing.".formatted(left));
        }
        assertThatThrownBy(() -> proofs.stream(new StreamId("beat/none"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_not_there_or_not_sealed_yet_cannot_be_proved() {
        for (long position : new long[] {-1, 0, 5_000}) {
            assertThatThrownBy(() -> proofs.inclusion(position))
                    .hasMessage("The entry at position %d does not exist or is not sealed yet.".formatted(position));
        }
    }

    @Test
    void an_export_holds_every_entry_and_what_it_takes_to_compute_the_root() {
        var lines = new ArrayList<String>();
        proofs.export(false, lines::add);
        assertThat(lines).hasSize(1_002).noneMatch(line -> line.contains("Grey"));
        var json = JsonMapper.builder().build();
        var leaves = new ArrayList<MerkleHash>();
        for (String line : lines.subList(0, 1_001)) {
            var entry = json.readTree(line);
            leaves.add(MerkleHash.fromBase64(entry.get("leaf").stringValue()));
        }
        var note = CheckpointNote.parse(
                json.readTree(lines.getLast()).get("checkpoint").stringValue());
        assertThat(MerkleNaive.root(leaves)).isEqualTo(note.checkpoint().root());

        var withPersonal = new ArrayList<String>();
        proofs.export(true, withPersonal::add);
        assertThat(withPersonal).anyMatch(line -> line.contains("Said by Mr Grey"));
    }
}
