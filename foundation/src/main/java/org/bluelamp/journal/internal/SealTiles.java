package org.bluelamp.journal.internal;

/// The full tiles of a log. One that is not stored is computed again from what is below it, so that a lost tile
/// stops neither sealing nor proofs; verification says that it is lost.
final class SealTiles implements TileSource {
    private final SealStore store;
    private final LeafSource leaves;

    SealTiles(SealStore store, LeafSource leaves) {
        this.store = store;
        this.leaves = leaves;
    }

    @Override
    public byte[] tile(TileId id) {
        return store.tile(leaves.log(), id).orElseGet(() -> again(id));
    }

    private byte[] again(TileId id) {
        byte[] row = new byte[TileId.BYTES];
        long first = id.index() * TileId.WIDTH;
        var lowest = id.level() == 0 ? leaves.leaves(first, first + TileId.WIDTH) : null;
        for (int place = 0; place < TileId.WIDTH; place++) {
            MerkleHash hash =
                    lowest != null ? lowest.get(place) : TileId.root(tile(new TileId(id.level() - 1, first + place)));
            System.arraycopy(hash.bytes(), 0, row, place * MerkleHash.BYTES, MerkleHash.BYTES);
        }
        return row;
    }
}
