package org.bluelamp.journal.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.bluelamp.journal.Proofs;

/// The written form of proofs; settled by golden bytes, never changed.
///
/// An inclusion proof is the parts of the leaf, an empty line, and a C2SP tlog-proof: header, index, path, an
/// empty line, the checkpoint note. A consistency proof is a header, the nodes, an empty line and the two notes.
final class ProofText {
    static final String INCLUSION = "bluelamp inclusion proof 1";
    static final String CONSISTENCY = "bluelamp consistency proof 1";
    static final String STREAM = "bluelamp stream proof 1";
    static final String TLOG = "c2sp.org/tlog-proof@v1";

    /// What comes between the entries of a disclosed stream.
    static final String BETWEEN = "\n----\n";

    private ProofText() {}

    static String inclusion(Proofs.LeafParts leaf, long index, List<MerkleHash> path, CheckpointNote note) {
        return INCLUSION + "\n"
                + "envelope " + leaf.envelope() + "\n"
                + "facts " + leaf.facts() + "\n"
                + "facts-salt " + leaf.factsSalt() + "\n"
                + "personal-hash " + leaf.personalHash() + "\n\n"
                + TLOG + "\n"
                + "index " + index + "\n"
                + hashes(path) + "\n"
                + note.text();
    }

    static String consistency(CheckpointNote older, CheckpointNote newer, List<MerkleHash> nodes) {
        return CONSISTENCY + "\n" + hashes(nodes) + "\n" + older.text() + "\n" + newer.text();
    }

    static String stream(String stream, long lastVersion, List<String> entries) {
        return STREAM + "\nstream " + stream + "\nlast-version " + lastVersion + "\n" + BETWEEN
                + String.join(BETWEEN, entries);
    }

    private static String hashes(List<MerkleHash> hashes) {
        return hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
    }

    /// An inclusion proof as read.
    record Inclusion(
            String envelope,
            String facts,
            byte[] factsSalt,
            MerkleHash personalHash,
            long index,
            List<MerkleHash> path,
            CheckpointNote note) {}

    /// A consistency proof as read.
    record Consistency(CheckpointNote older, CheckpointNote newer, List<MerkleHash> nodes) {}

    /// Reads an inclusion proof.
    ///
    /// Errors: `IllegalArgumentException` for anything that `inclusion` would not have written.
    static Inclusion readInclusion(String text) {
        var lines = new Lines(text);
        lines.exactly(INCLUSION);
        String envelope = lines.after("envelope ");
        String facts = lines.after("facts ");
        byte[] salt = base64(lines.after("facts-salt "));
        MerkleHash personal = MerkleHash.fromBase64(lines.after("personal-hash "));
        lines.exactly("");
        lines.exactly(TLOG);
        long index = Long.parseLong(lines.after("index "));
        List<MerkleHash> path = lines.hashes();
        CheckpointNote note = CheckpointNote.parse(lines.rest());
        var read = new Inclusion(envelope, facts, salt, personal, index, path, note);
        var parts = new Proofs.LeafParts(envelope, facts, base64(salt), "", personal.base64());
        if (!inclusion(parts, index, path, note).equals(text)) {
            throw new IllegalArgumentException("A proof is written in one way only.");
        }
        return read;
    }

    /// Reads a consistency proof.
    ///
    /// Errors: as for `readInclusion`.
    static Consistency readConsistency(String text) {
        var lines = new Lines(text);
        lines.exactly(CONSISTENCY);
        List<MerkleHash> nodes = lines.hashes();
        String[] notes = lines.rest().split("(?<=\n)\n(?!— )", -1);
        if (notes.length != 2) {
            throw new IllegalArgumentException("A consistency proof joins two checkpoints.");
        }
        var read = new Consistency(CheckpointNote.parse(notes[0]), CheckpointNote.parse(notes[1]), nodes);
        if (!consistency(read.older(), read.newer(), nodes).equals(text)) {
            throw new IllegalArgumentException("A proof is written in one way only.");
        }
        return read;
    }

    static String base64(byte[] bytes) {
        return java.util.Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] base64(String text) {
        return java.util.Base64.getDecoder().decode(text);
    }

    /// The lines of a text, taken one by one.
    static final class Lines {
        private final String text;
        private int at;

        Lines(String text) {
            this.text = text;
        }

        String next() {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                throw new NoSuchElementException("The proof ends too early.");
            }
            String line = text.substring(at, end);
            at = end + 1;
            return line;
        }

        void exactly(String line) {
            String found = next();
            if (!found.equals(line)) {
                throw new IllegalArgumentException("The proof should say (%s) here.".formatted(line));
            }
        }

        String after(String word) {
            String line = next();
            if (!line.startsWith(word)) {
                throw new IllegalArgumentException("The proof should say (%s) here.".formatted(word.strip()));
            }
            return line.substring(word.length());
        }

        /// Hashes up to the next empty line.
        List<MerkleHash> hashes() {
            var hashes = new ArrayList<MerkleHash>();
            for (String line = next(); !line.isEmpty(); line = next()) {
                if (hashes.size() > MerkleProofs.NODES_MAX) {
                    throw new IllegalArgumentException("No proof has so many nodes.");
                }
                hashes.add(MerkleHash.fromBase64(line));
            }
            return List.copyOf(hashes);
        }

        String rest() {
            return text.substring(at);
        }
    }
}
