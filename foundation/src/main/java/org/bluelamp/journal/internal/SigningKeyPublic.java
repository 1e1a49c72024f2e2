package org.bluelamp.journal.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The public half of a seal: who has it can check every checkpoint and proof of a log, and can make none.
///
/// `name` is the origin of the log; the key is 32 bytes of Ed25519.
/// Source: C2SP signed-note, "Signatures" and "Verifier keys"; RFC 8032.
record SigningKeyPublic(String name, byte[] key) {
    static final int BYTES = 32;

    private static final byte ED25519 = 0x01;
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern LINE = Pattern.compile("([^ +\n]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");

    SigningKeyPublic {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("A public key has %d bytes, not %d.".formatted(BYTES, key.length));
        }
    }

    /// The first four bytes of the hash over the name and the key, by which a signature says whose it is.
    byte[] hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(ED25519);
            digest.update(key);
            return Arrays.copyOf(digest.digest(), CheckpointNote.Signature.KEY_HASH_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /// One line, e.g. `bluelamp/journal+c74f20a3+ARpc2QcU…`.
    String line() {
        byte[] typed = new byte[BYTES + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, BYTES);
        return name + "+" + HexFormat.of().formatHex(hash()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /// Reads the line.
    ///
    /// Errors: `IllegalArgumentException` when it is not a key, not Ed25519, or its hash is another key's.
    static SigningKeyPublic parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A public key is one line: name+hash+key.");
        }
        byte[] typed = Base64.getDecoder().decode(parts.group(3));
        if (typed.length != BYTES + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("The public key of %s is not Ed25519.".formatted(parts.group(1)));
        }
        var key = new SigningKeyPublic(parts.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.hash()).equals(parts.group(2))) {
            throw new IllegalArgumentException("The hash (%s) is not that of the key.".formatted(parts.group(2)));
        }
        return key;
    }

    /// Whether one of the note's signatures is this key's, over exactly the note's text, for this log.
    boolean signed(CheckpointNote note) {
        return note.checkpoint().origin().equals(name)
                && note.signatures().stream()
                        .filter(signature ->
                                signature.name().equals(name) && Arrays.equals(signature.keyHash(), hash()))
                        .anyMatch(signature -> verifies(note.checkpoint().text(), signature.signed()));
    }

    /// Whether this is a signature of the text by this key.
    boolean verifies(String text, byte[] signed) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signed);
        } catch (java.security.SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The public key of %s cannot be used.".formatted(name), broken);
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + BYTES);
        System.arraycopy(key, 0, encoded, X509.length, BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
