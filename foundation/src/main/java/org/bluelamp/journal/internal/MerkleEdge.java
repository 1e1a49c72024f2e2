package org.bluelamp.journal.internal;

import java.util.Arrays;

/// The right edge of a growing tree: all that is needed to add leaves and to know the root. For each level of
/// tiles it keeps the hashes that fill no tile yet.
///
/// Units: at most 7 levels of 255 hashes. Not safe for several threads.
final class MerkleEdge {

    /// Is told of every tile when it becomes full, lower levels first.
    @FunctionalInterface
    interface Filled {
        void tile(TileId id, byte[] hashes);
    }

    private final byte[][] rows = new byte[TileId.LEVELS_MAX][];
    private final Filled filled;
    private long size;

    /// The edge of the empty tree.
    MerkleEdge(Filled filled) {
        this.filled = filled;
    }

    /// The edge of a tree that exists: `nodes` are its tiles and last leaves.
    static MerkleEdge of(long size, TileNodes nodes, Filled filled) {
        var edge = new MerkleEdge(filled);
        edge.size = size;
        for (int level = 0; level < TileId.LEVELS_MAX; level++) {
            if (TileId.beyond(level, size) > 0) {
                byte[] row = nodes.row(new TileId(level, TileId.full(level, size)));
                edge.rows[level] = Arrays.copyOf(row, TileId.BYTES);
            }
        }
        return edge;
    }

    long size() {
        return size;
    }

    void add(MerkleHash leaf) {
        long before = size;
        MerkleHash hash = leaf;
        for (int level = 0; ; level++) {
            int place = TileId.beyond(level, before);
            byte[] row = row(level);
            System.arraycopy(hash.bytes(), 0, row, place * MerkleHash.BYTES, MerkleHash.BYTES);
            if (place < TileId.WIDTH - 1) {
                break;
            }
            filled.tile(new TileId(level, TileId.full(level, before)), row.clone());
            hash = TileId.root(row);
        }
        size++;
    }

    /// The root of the tree as it stands.
    MerkleHash root() {
        MerkleHash root = null;
        for (int level = 0; level < TileId.LEVELS_MAX; level++) {
            int left = TileId.beyond(level, size);
            for (int height = 0; height < TileId.HEIGHT; height++) {
                int width = 1 << height;
                if ((left & width) != 0) {
                    left -= width;
                    MerkleHash part = TileId.within(row(level), left, height);
                    root = root == null ? part : MerkleHash.node(part, root);
                }
            }
        }
        return root == null ? MerkleHash.EMPTY : root;
    }

    private byte[] row(int level) {
        byte[] row = rows[level];
        if (row == null) {
            row = new byte[TileId.BYTES];
            rows[level] = row;
        }
        return row;
    }
}
