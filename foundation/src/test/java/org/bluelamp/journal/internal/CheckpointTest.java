package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private static final byte[] SEED =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final Checkpoint EIGHT = new Checkpoint(
            "bluelamp/journal",
            8,
            new MerkleHash(
                    HexFormat.of().parseHex("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")));

    /// Computed by another implementation from the same seed; never changes.
    private static final String GOLDEN = """
            bluelamp/journal
            8
            XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

            — bluelamp/journal \
            azbc1Mac7N0AAUzmp4QTtcGRqvBBsrQ9hiyUrMb0/RQ+b18JBjlGng8N9BTHBIb51eMnxDVl6mMI9Ar/GQno30H/3wA=
            """;

    private static final String GOLDEN_KEY = "bluelamp/journal+6b36dcd4+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    @Test
    void a_sealed_checkpoint_has_its_golden_bytes() {
        assertThat(SigningKey.of(SEED).seal(EIGHT).text()).isEqualTo(GOLDEN);
        assertThat(SigningKey.of(SEED).publicKey("bluelamp/journal").line()).isEqualTo(GOLDEN_KEY);
    }

    @Test
    void a_checkpoint_read_back_is_the_one_written_and_is_signed() {
        var note = CheckpointNote.parse(GOLDEN);
        assertThat(note.checkpoint()).isEqualTo(EIGHT);
        assertThat(SigningKeyPublic.parse(GOLDEN_KEY).signed(note)).isTrue();
    }

    @Test
    void the_published_example_of_a_signed_note_verifies() {
        var key = SigningKeyPublic.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String text = "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n";
        var signature = CheckpointNote.Signature.parse("— PeterNeumann "
                + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        assertThat(key.hash()).isEqualTo(signature.keyHash());
        assertThat(key.verifies(text, signature.signed())).isTrue();
        assertThat(key.verifies(text + " ", signature.signed())).isFalse();
    }

    @Test
    void a_note_with_any_bit_flipped_is_not_a_signed_note() {
        var key = SigningKeyPublic.parse(GOLDEN_KEY);
        byte[] good = GOLDEN.getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(holds(key, new String(bad, StandardCharsets.UTF_8)))
                    .as("bit %d flipped", bit)
                    .isFalse();
        }
    }

    @Test
    void a_checkpoint_of_one_log_is_not_one_of_another() {
        var looking = SigningKey.of(SEED).publicKey("bluelamp/looking");
        assertThat(looking.signed(CheckpointNote.parse(GOLDEN))).isFalse();
        assertThat(SigningKey.of(SEED).publicKey("bluelamp/journal").signed(CheckpointNote.parse(GOLDEN)))
                .isTrue();
        assertThat(SigningKey.fresh().publicKey("bluelamp/journal").signed(CheckpointNote.parse(GOLDEN)))
                .isFalse();
    }

    @Test
    void what_is_not_a_checkpoint_is_refused() {
        for (String bad : List.of(
                "",
                "bluelamp/journal\n8\n",
                GOLDEN.replace("\n8\n", "\n08\n"),
                GOLDEN.replace("\n8\n", "\n-8\n"),
                GOLDEN.replace("\n8\n", "\n8\nextension\n"),
                GOLDEN.replace("gQyg=", "gQyh="),
                GOLDEN.replace("—", "-"),
                GOLDEN.strip(),
                GOLDEN.substring(0, GOLDEN.indexOf("\n\n") + 2),
                GOLDEN + "x".repeat(5_000))) {
            assertThatThrownBy(() -> CheckpointNote.parse(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_key_is_made_once_is_closed_to_others_and_its_public_half_lies_beside_it(@TempDir Path data)
            throws IOException {
        var origins = List.of("bluelamp/journal", "bluelamp/looking");
        var file = new SigningKeyFile(data.resolve("keys"));
        var first = file.open(origins);
        var again = new SigningKeyFile(data.resolve("keys")).open(origins);

        assertThat(again.pem()).isEqualTo(first.pem());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.key())))
                .isEqualTo("rw-------");
        assertThat(SigningKeyFile.read(file.publicKeys()).stream().map(SigningKeyPublic::line))
                .isEqualTo(origins.stream()
                        .map(origin -> first.publicKey(origin).line())
                        .toList());
        try (var files = Files.list(data.resolve("keys"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("journal-seal.key", "journal-seal.pub");
        }
    }

    @Test
    void a_key_that_others_can_read_is_refused(@TempDir Path data) throws IOException {
        var file = new SigningKeyFile(data);
        file.open(List.of("bluelamp/journal"));
        Files.setPosixFilePermissions(file.key(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> file.open(List.of("bluelamp/journal")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is open to others (rw-r--r--)");
    }

    @Test
    void whatever_is_signed_by_a_key_is_checked_by_its_public_half() {
        var random = new Random(8032);
        for (int round = 0; round < 50; round++) {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            byte[] root = new byte[32];
            random.nextBytes(root);
            var key = SigningKey.parse(SigningKey.of(seed).pem());
            var note = key.seal(new Checkpoint("bluelamp/looking", random.nextLong(1L << 40), new MerkleHash(root)));
            assertThat(key.publicKey("bluelamp/looking").signed(CheckpointNote.parse(note.text())))
                    .isTrue();
        }
    }

    private static boolean holds(SigningKeyPublic key, String note) {
        try {
            return key.signed(CheckpointNote.parse(note));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
