package org.bluelamp.journal.internal;

/// The name of a tile: 256 neighbouring hashes of one level of the tree.
///
/// Units: level 0 holds leaves; a hash of level `n` stands for `256^n` leaves. Indexes count from 0 from the
/// left.
/// Source: C2SP tlog-tiles, "Merkle Tree".
record TileId(int level, long index) {
    /// How many hashes a full tile holds, and its size in bytes.
    static final int WIDTH = 256;

    static final int BYTES = WIDTH * MerkleHash.BYTES;

    /// How many binary levels of the tree one tile spans.
    static final int HEIGHT = 8;

    /// 256^7 leaves are more than any log will hold.
    static final int LEVELS_MAX = 7;

    TileId {
        if (level < 0 || level >= LEVELS_MAX || index < 0) {
            throw new IllegalArgumentException("There is no tile %d of level %d.".formatted(index, level));
        }
    }

    /// How many tiles of this level are full in a tree of this size.
    static long full(int level, long size) {
        return size >> (HEIGHT * (level + 1));
    }

    /// How many hashes stand to the right of the full tiles of this level in a tree of this size: 0 to 255.
    static int beyond(int level, long size) {
        return (int) ((size >> (HEIGHT * level)) & (WIDTH - 1));
    }

    /// The size of the smallest tree in which this tile is full.
    long fullAt() {
        return (index + 1) << (HEIGHT * (level + 1));
    }

    /// The root of a subtree within a row of hashes: `2^height` of them from place `from`.
    static MerkleHash within(byte[] row, int from, int height) {
        if (height == 0) {
            return MerkleHash.in(row, from);
        }
        int half = 1 << (height - 1);
        return MerkleHash.node(within(row, from, height - 1), within(row, from + half, height - 1));
    }

    /// The root of a full tile, which is one hash of the level above.
    static MerkleHash root(byte[] hashes) {
        if (hashes.length != BYTES) {
            throw new IllegalArgumentException("A tile has %d bytes, not %d.".formatted(BYTES, hashes.length));
        }
        return within(hashes, 0, HEIGHT);
    }
}
