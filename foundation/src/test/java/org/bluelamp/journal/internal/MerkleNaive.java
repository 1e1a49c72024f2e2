package org.bluelamp.journal.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// RFC 6962 written down once more, as slowly and plainly as the paper has it, to hold the tree to.
final class MerkleNaive implements MerkleNodes, LeafSource {
    final List<MerkleHash> leaves = new ArrayList<>();
    final Map<TileId, byte[]> tiles = new HashMap<>();

    static MerkleNaive random(long count, RandomGenerator random) {
        var tree = new MerkleNaive();
        for (long leaf = 0; leaf < count; leaf++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            tree.leaves.add(MerkleHash.leaf(bytes));
        }
        return tree;
    }

    static MerkleHash root(List<MerkleHash> leaves) {
        int size = leaves.size();
        if (size == 0) {
            return MerkleHash.EMPTY;
        }
        if (size == 1) {
            return leaves.getFirst();
        }
        int left = 1;
        while (left * 2 < size) {
            left *= 2;
        }
        return MerkleHash.node(root(leaves.subList(0, left)), root(leaves.subList(left, size)));
    }

    MerkleHash root(long size) {
        return root(leaves.subList(0, (int) size));
    }

    MerkleEdge grow() {
        var edge = new MerkleEdge(tiles::put);
        leaves.forEach(edge::add);
        return edge;
    }

    TileNodes nodes(long size) {
        return new TileNodes(size, id -> java.util.Objects.requireNonNull(tiles.get(id), id::toString), this);
    }

    @Override
    public MerkleHash complete(int height, long index) {
        return root(leaves.subList((int) (index << height), (int) ((index + 1) << height)));
    }

    @Override
    public String log() {
        return "journal";
    }

    @Override
    public long size() {
        return leaves.size();
    }

    @Override
    public List<MerkleHash> leaves(long from, long to) {
        return leaves.subList((int) from, (int) to);
    }
}
