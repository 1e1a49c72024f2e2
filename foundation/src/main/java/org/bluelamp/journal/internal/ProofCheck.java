package org.bluelamp.journal.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bluelamp.journal.Proofs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks written proofs with public keys alone; needs no database.
final class ProofCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<SigningKeyPublic> keys;

    private ProofCheck(List<SigningKeyPublic> keys) {
        this.keys = keys;
    }

    /// Checks a proof of any kind.
    static Proofs.Checked check(String proof, List<String> publicKeys) {
        try {
            var check = new ProofCheck(
                    publicKeys.stream().map(SigningKeyPublic::parse).toList());
            var shown = new TreeMap<String, String>();
            if (proof.startsWith(ProofText.INCLUSION + "\n")) {
                check.inclusion(proof, shown);
            } else if (proof.startsWith(ProofText.CONSISTENCY + "\n")) {
                check.consistency(proof, shown);
            } else if (proof.startsWith(ProofText.STREAM + "\n")) {
                check.stream(proof, shown);
            } else {
                throw new IllegalArgumentException("This is no proof of ours.");
            }
            return new Proofs.Checked(Optional.empty(), shown);
        } catch (IllegalArgumentException | NoSuchElementException | JacksonException refused) {
            return new Proofs.Checked(Optional.of(String.valueOf(refused.getMessage())), Map.of());
        }
    }

    private JsonNode inclusion(String text, Map<String, String> shown) {
        ProofText.Inclusion proof = ProofText.readInclusion(text);
        Checkpoint checkpoint = signed(proof.note());
        byte[] facts = EntryFormat.hash(proof.factsSalt(), proof.facts().getBytes(StandardCharsets.UTF_8));
        var leaf = new MerkleHash(EntryFormat.leaf(
                proof.envelope().getBytes(StandardCharsets.UTF_8),
                facts,
                proof.personalHash().bytes()));
        if (!MerkleProofs.includes(leaf, proof.index(), checkpoint.size(), proof.path(), checkpoint.root())) {
            throw new IllegalArgumentException("The path does not lead from the entry to the signed root.");
        }
        JsonNode envelope = JSON.readTree(proof.envelope());
        if (envelope.path("position").asLong(0) != proof.index() + 1) {
            throw new IllegalArgumentException("The entry says another position than its place in the tree.");
        }
        shown.put("proves", "inclusion");
        shown.put("log", checkpoint.origin());
        shown.put("size", Long.toString(checkpoint.size()));
        shown.put("position", Long.toString(proof.index() + 1));
        for (String name : List.of("stream", "version", "type", "recordedAt")) {
            shown.put(name, envelope.path(name).asString(""));
        }
        return envelope;
    }

    private void consistency(String text, Map<String, String> shown) {
        ProofText.Consistency proof = ProofText.readConsistency(text);
        Checkpoint older = signed(proof.older());
        Checkpoint newer = signed(proof.newer());
        if (!older.origin().equals(newer.origin())
                || !MerkleProofs.continues(older.size(), older.root(), newer.size(), newer.root(), proof.nodes())) {
            throw new IllegalArgumentException("The older log is not the beginning of the newer one.");
        }
        shown.put("proves", "consistency");
        shown.put("log", newer.origin());
        shown.put("from", Long.toString(older.size()));
        shown.put("size", Long.toString(newer.size()));
    }

    private void stream(String text, Map<String, String> shown) {
        List<String> parts = new ArrayList<>(List.of(text.split(ProofText.BETWEEN, -1)));
        var head = new ProofText.Lines(parts.removeFirst());
        head.exactly(ProofText.STREAM);
        String stream = head.after("stream ");
        long last = Long.parseLong(head.after("last-version "));
        Set<Long> versions = new HashSet<>();
        Set<String> sizes = new HashSet<>();
        for (String part : parts) {
            var entry = new TreeMap<String, String>();
            JsonNode envelope = inclusion(part, entry);
            if (!envelope.path("stream").asString("").equals(stream)) {
                throw new IllegalArgumentException("One of the entries is of another stream.");
            }
            versions.add(envelope.path("version").asLong(0));
            sizes.add(entry.get("size"));
            shown.putAll(entry);
        }
        for (long version = 1; version <= last; version++) {
            if (!versions.contains(version)) {
                throw new IllegalArgumentException("Version %d of %d is missing.".formatted(version, last));
            }
        }
        if (versions.size() != last || parts.size() != last || sizes.size() != 1) {
            throw new IllegalArgumentException("The entries are not one stream under one checkpoint.");
        }
        shown.put("proves", "stream");
        shown.put("stream", stream);
        shown.put("version", Long.toString(last));
        shown.remove("position");
        shown.remove("type");
    }

    private Checkpoint signed(CheckpointNote note) {
        if (keys.stream().noneMatch(key -> key.signed(note))) {
            throw new IllegalArgumentException("The checkpoint is not signed by any of the given keys.");
        }
        return note.checkpoint();
    }
}
