package org.bluelamp.journal.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// The seal: the private key that signs checkpoints. It lives in a file outside the database, and one key seals
/// all logs of a service, each under the log's own name.
///
/// Source: RFC 8032 (Ed25519); RFC 7468 (the text form of the key).
final class SigningKey {
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(byte[] seed) {
        this.seed = seed.clone();
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("The seal key cannot be used.", broken);
        }
    }

    /// A new key. A seal must not be repeatable, so this is the one place of the journal that does not take the
    /// program's chance but the machine's own.
    static SigningKey fresh() {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(seed);
    }

    /// The key with this 32-byte seed.
    static SigningKey of(byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("The seed of a seal key has 32 bytes, not %d.".formatted(seed.length));
        }
        return new SigningKey(seed);
    }

    /// Reads the text form.
    ///
    /// Errors: `IllegalArgumentException`, which never repeats the text.
    static SigningKey parse(String pem) {
        if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
            throw new IllegalArgumentException("The seal key is not a private key in PEM.");
        }
        byte[] encoded = Base64.getDecoder().decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
        if (encoded.length != PKCS8.length + Ed25519.SECRET_KEY_SIZE
                || !Arrays.equals(PKCS8, Arrays.copyOf(encoded, PKCS8.length))) {
            throw new IllegalArgumentException("The seal key is not an Ed25519 key.");
        }
        return new SigningKey(Arrays.copyOfRange(encoded, PKCS8.length, encoded.length));
    }

    /// The text form, for the key file only.
    String pem() {
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        return BEGIN + Base64.getEncoder().encodeToString(encoded) + END;
    }

    /// The public half, under the name of a log.
    SigningKeyPublic publicKey(String name) {
        byte[] half = new byte[SigningKeyPublic.BYTES];
        Ed25519.generatePublicKey(seed, 0, half, 0);
        return new SigningKeyPublic(name, half);
    }

    CheckpointNote seal(Checkpoint checkpoint) {
        SigningKeyPublic half = publicKey(checkpoint.origin());
        return CheckpointNote.of(
                checkpoint, new CheckpointNote.Signature(half.name(), half.hash(), sign(checkpoint.text())));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The seal key cannot sign.", broken);
        }
    }
}
