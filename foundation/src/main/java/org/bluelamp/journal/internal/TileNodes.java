package org.bluelamp.journal.internal;

import java.util.HashMap;
import java.util.Map;

/// The complete subtrees of a tree of a given size, computed from its full tiles and, at the right edge, from the
/// leaves that fill no tile yet (255 at most). Keeps what it has read; made for one proof, then dropped.
final class TileNodes implements MerkleNodes {
    private final long size;
    private final TileSource tiles;
    private final LeafSource leaves;
    private final Map<TileId, byte[]> rows = new HashMap<>();

    TileNodes(long size, TileSource tiles, LeafSource leaves) {
        this.size = size;
        this.tiles = tiles;
        this.leaves = leaves;
    }

    @Override
    public MerkleHash complete(int height, long index) {
        if (((index + 1) << height) > size) {
            throw new IllegalArgumentException(
                    "A tree of %d leaves has no complete subtree %d of height %d.".formatted(size, index, height));
        }
        int level = height / TileId.HEIGHT;
        int within = height % TileId.HEIGHT;
        long first = index << within;
        byte[] row = row(new TileId(level, first / TileId.WIDTH));
        return TileId.within(row, (int) (first % TileId.WIDTH), within);
    }

    /// The hashes of a tile, full or not.
    byte[] row(TileId id) {
        byte[] known = rows.get(id);
        if (known == null) {
            known = id.index() < TileId.full(id.level(), size) ? tiles.tile(id) : edge(id);
            rows.put(id, known);
        }
        return known;
    }

    private byte[] edge(TileId id) {
        int count = TileId.beyond(id.level(), size);
        byte[] row = new byte[count * MerkleHash.BYTES];
        long first = id.index() * TileId.WIDTH;
        if (id.level() == 0) {
            int place = 0;
            for (MerkleHash leaf : leaves.leaves(first, first + count)) {
                System.arraycopy(leaf.bytes(), 0, row, place++ * MerkleHash.BYTES, MerkleHash.BYTES);
            }
        } else {
            for (int place = 0; place < count; place++) {
                byte[] below = tiles.tile(new TileId(id.level() - 1, first + place));
                System.arraycopy(TileId.root(below).bytes(), 0, row, place * MerkleHash.BYTES, MerkleHash.BYTES);
            }
        }
        return row;
    }
}
