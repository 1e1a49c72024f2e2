package org.bluelamp.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Proofs that anybody can check with the public key of the log and nothing else: that an entry is in the record,
/// that the record only grew, and that a stream is disclosed whole. How to check one by hand is described in
/// `docs/howto/check-a-proof.md`; the texts written here never change their form.
public interface Proofs {

    /// The most entries one disclosed stream may have.
    int STREAM_ENTRIES_MAX = 10_000;

    /// Proves that the entry at this position is in the journal.
    ///
    /// Errors: `IllegalArgumentException` for a position that does not exist or is not sealed yet (a second at
    /// most).
    InclusionProof inclusion(long position);

    /// Proves that the log of `from` entries is the beginning of the log of `to` entries; there must be a
    /// checkpoint of each.
    ///
    /// Errors: `IllegalArgumentException` where there is none.
    ConsistencyProof consistency(long from, long to);

    /// Proves every entry of a stream, and states its last version, so that a missing entry shows.
    ///
    /// Errors: `IllegalArgumentException` for a stream that does not exist, is not wholly sealed yet, or has
    /// more than `STREAM_ENTRIES_MAX` entries.
    StreamProof stream(StreamId stream);

    /// Checks the text of a proof of any kind. `publicKeys` are the lines of `journal-seal.pub`, as the reader
    /// got them from somebody they trust.
    ///
    /// Errors: never throws; what is wrong is in the answer.
    Checked check(String proof, List<String> publicKeys);

    /// The lines of `journal-seal.pub` of this record.
    List<String> publicKeys();

    /// Hands out every sealed entry in order as one line of JSON, with the material to prove it.
    void export(boolean withPersonalParts, Consumer<String> line);

    /// What the leaf of an entry is computed from: `SHA-256(0x00 ‖ envelope ‖ factsHash ‖ personalHash)`, where
    /// a hash is `SHA-256(salt ‖ body)`, both hashes in base64, and an entry without a personal part has 32 zero
    /// bytes for it.
    ///
    /// `envelope` and `facts` are canonical JSON (RFC 8785); `factsSalt` is base64. The personal part is never
    /// in a proof: its hash stands for it.
    record LeafParts(String envelope, String facts, String factsSalt, String factsHash, String personalHash) {}

    /// The path from one entry to a signed checkpoint. `leafIndex` counts from 0; `path` is base64, from the
    /// leaf up.
    record InclusionProof(long position, long leafIndex, LeafParts leaf, List<String> path, String note, String text) {
        public InclusionProof {
            path = List.copyOf(path);
        }
    }

    /// The nodes that join two signed checkpoints.
    record ConsistencyProof(long from, long to, List<String> nodes, String olderNote, String newerNote, String text) {
        public ConsistencyProof {
            nodes = List.copyOf(nodes);
        }
    }

    /// All entries of a stream under one checkpoint.
    record StreamProof(StreamId stream, long lastVersion, List<InclusionProof> entries, String text) {
        public StreamProof {
            entries = List.copyOf(entries);
        }
    }

    /// What a proof shows: `refused` says why it shows nothing. `shown` are facts by name, e.g. `position`,
    /// `size`.
    record Checked(Optional<String> refused, Map<String, String> shown) {
        public Checked {
            shown = Map.copyOf(shown);
        }

        public boolean holds() {
            return refused.isEmpty();
        }
    }
}
