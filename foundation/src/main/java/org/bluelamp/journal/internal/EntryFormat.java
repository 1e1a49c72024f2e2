package org.bluelamp.journal.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.TreeMap;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.PolicyUse;
import org.jspecify.annotations.Nullable;

/// The bytes of an entry that the Merkle tree is built over. Nothing here can ever change:
/// `leaf = SHA-256(0x00 ‖ canonical envelope ‖ hash(facts) ‖ hash(personal))`, `hash(x) = SHA-256(salt ‖ x)`,
/// where an entry without a personal part has 32 zero bytes in that place.
final class EntryFormat {
    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;
    private static final int FORMAT = 1;
    private static final byte[] NO_PERSONAL_PART = new byte[HASH_BYTES];

    /// Never updated, only copied.
    private static final MessageDigest SHA_256 = prototype();

    private EntryFormat() {}

    /// The canonical bytes of the envelope: every fact about the entry that is not in its bodies.
    static byte[] envelope(StoredEntry.Envelope entry) {
        Act act = entry.act();
        var members = new CanonicalJson.Members();
        members.with("actor", act.actor().text());
        members.with("body", (long) entry.bodyVersion());
        if (!act.causedBy().isEmpty()) {
            members.with("causedBy", act.causedBy());
        }
        act.desk().ifPresent(desk -> members.with("desk", desk));
        members.with("enteredBy", act.enteredBy().text());
        members.with("format", (long) FORMAT);
        members.with("happenedAt", ValueWriter.instant(act.happened().at()));
        members.with("happenedPrecision", act.happened().precision().name());
        members.with("happenedSource", act.happened().source());
        members.with("how", act.how().name());
        act.key().ifPresent(key -> members.with("key", key.text()));
        if (!act.policies().isEmpty()) {
            members.with("policies", policies(act.policies()));
        }
        members.with("position", entry.position());
        members.with("recordedAt", ValueWriter.instant(entry.recordedAt()));
        members.with("role", act.role().code());
        members.with("service", entry.service());
        members.with("stream", entry.stream().text());
        members.with("type", entry.type());
        members.with("version", entry.version());
        return members.bytes();
    }

    static List<Object> policies(List<PolicyUse> used) {
        return used.stream()
                .<Object>map(use -> {
                    var member = new TreeMap<String, Object>();
                    member.put("policy", use.policy());
                    member.put("version", (long) use.version());
                    return member;
                })
                .toList();
    }

    static byte[] hash(byte[] salt, byte[] body) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(body);
    }

    /// The leaf of an entry as it stands in the store.
    static byte[] leaf(StoredEntry entry) {
        return leaf(envelope(entry.envelope()), hash(entry.factsSalt(), entry.facts()), personalHash(entry));
    }

    static byte[] leaf(byte[] envelope, byte[] factsHash, byte[] personalHash) {
        MessageDigest digest = sha256();
        digest.update((byte) 0x00);
        digest.update(envelope);
        digest.update(factsHash);
        return digest.digest(personalHash);
    }

    /// The hash of the personal part: computed from the part where it is there, as kept where it was withheld.
    static byte[] personalHash(StoredEntry entry) {
        byte[] personal = entry.personal();
        byte[] salt = entry.personalSalt();
        if (personal != null && salt != null) {
            return hash(salt, personal);
        }
        byte @Nullable [] kept = entry.personalHash();
        return kept != null ? kept : NO_PERSONAL_PART;
    }

    /// A fresh digest; copying one is a fraction of the work of asking the JDK's providers for one.
    static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException missing) {
            throw new IllegalStateException("This Java's SHA-256 cannot be copied.", missing);
        }
    }

    private static MessageDigest prototype() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256.", missing);
        }
    }
}
