package org.bluelamp.journal.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// One hash of the tree: SHA-256, 32 bytes.
///
/// Source: RFC 6962, section 2.1. A leaf is hashed behind the byte 0x00 and a node behind 0x01, so that neither
/// can be passed off as the other.
record MerkleHash(byte[] bytes) {
    static final int BYTES = 32;

    /// The root of a tree without leaves: the hash of nothing.
    static final MerkleHash EMPTY = new MerkleHash(digest().digest());

    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(MerkleHash::digest);
    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    MerkleHash {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has %d bytes, not %d.".formatted(BYTES, bytes.length));
        }
    }

    /// The hash of a leaf whose bytes are these parts in order.
    static MerkleHash leaf(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        digest.update(LEAF);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new MerkleHash(digest.digest());
    }

    static MerkleHash node(MerkleHash left, MerkleHash right) {
        MessageDigest digest = DIGEST.get();
        digest.update(NODE);
        digest.update(left.bytes);
        return new MerkleHash(digest.digest(right.bytes));
    }

    /// The hash at this place in a row of hashes, e.g. in a tile.
    static MerkleHash in(byte[] row, int place) {
        return new MerkleHash(Arrays.copyOfRange(row, place * BYTES, (place + 1) * BYTES));
    }

    /// Reads the standard base64 form.
    ///
    /// Errors: `IllegalArgumentException` unless it is exactly the form that `base64` writes.
    static MerkleHash fromBase64(String text) {
        var hash = new MerkleHash(Base64.getDecoder().decode(text));
        if (!hash.base64().equals(text)) {
            throw new IllegalArgumentException("The hash (%s) is not canonical base64.".formatted(text));
        }
        return hash;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MerkleHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
