package org.bluelamp.journal.internal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// What lies outside the database: the seal key, its public half, and the witness files.
@Component
class SealFiles {
    static final String JOURNAL = "journal";
    static final String LOOKING = "looking";

    private final SealProperties properties;

    SealFiles(SealProperties properties) {
        this.properties = properties;
    }

    String originOf(String log) {
        return properties.originOf(log);
    }

    /// The key that seals. One is made where nothing was sealed yet.
    ///
    /// Errors: `IllegalStateException` when the key of a sealed log is not here or is open to others.
    SigningKey key(Collection<CheckpointNote> newest) {
        var file = new SigningKeyFile(properties.keys());
        if (!file.exists() && !newest.isEmpty()) {
            throw new IllegalStateException(
                    "The record is sealed, but its key (%s) is not here. Maybe copy it from another node."
                            .formatted(file.key()));
        }
        SigningKey key = file.open(List.of(originOf(JOURNAL), originOf(LOOKING)));
        for (CheckpointNote note : newest) {
            if (!key.publicKey(note.checkpoint().origin()).signed(note)) {
                throw new IllegalStateException("The newest checkpoint of %s is not signed by the key (%s)."
                        .formatted(note.checkpoint().origin(), file.key()));
            }
        }
        return key;
    }

    /// The public keys of the logs by origin; empty before the first start.
    Map<String, SigningKeyPublic> publicKeys() {
        var file = new SigningKeyFile(properties.keys());
        var keys = new TreeMap<String, SigningKeyPublic>();
        if (java.nio.file.Files.exists(file.publicKeys())) {
            SigningKeyFile.read(file.publicKeys()).forEach(key -> keys.put(key.name(), key));
        }
        return keys;
    }

    /// Where a check that is broken off leaves its place.
    Path markFile(String log) {
        return properties.data().toAbsolutePath().normalize().resolve("verify").resolve(log + ".mark");
    }

    WitnessFile witness(String log) {
        return new WitnessFile(properties.witnessFolder().resolve(log + ".checkpoints"));
    }

    /// Hands a checkpoint to the witness, who keeps it for good before this returns.
    void hand(String log, CheckpointNote note) {
        witness(log).add(note);
    }

    Optional<CheckpointNote> handedLast(String log) {
        return witness(log).last();
    }

    SealProperties properties() {
        return properties;
    }
}
