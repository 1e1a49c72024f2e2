package org.bluelamp.journal.internal;

/// Where the hashes of complete subtrees come from.
interface MerkleNodes {

    /// The hash of the complete subtree of `2^height` leaves that starts at leaf `index * 2^height`.
    MerkleHash complete(int height, long index);

    /// The hash of the leaves with index `from` (counted) to `to` (not counted), where the leaves are a subtree
    /// of the tree: `from` is a multiple of the smallest power of two that holds them.
    default MerkleHash range(long from, long to) {
        long width = to - from;
        if (width == 0) {
            return MerkleHash.EMPTY;
        }
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return complete(height, from >> height);
        }
        long left = Long.highestOneBit(width);
        return MerkleHash.node(range(from, from + left), range(from + left, to));
    }
}
