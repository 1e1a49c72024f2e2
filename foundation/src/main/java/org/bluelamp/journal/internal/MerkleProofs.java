package org.bluelamp.journal.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Makes and checks the two proofs of the tree: that a leaf is in it, and that an older tree is its beginning.
///
/// Units: indexes count from 0; sizes are numbers of leaves.
/// Source: RFC 6962, sections 2.1.1 and 2.1.2 (making); RFC 9162, sections 2.1.3.2 and 2.1.4.2 (checking).
final class MerkleProofs {

    /// No tree of fewer than 2^63 leaves has a longer path; a consistency proof has one node more.
    static final int NODES_MAX = 64;

    private MerkleProofs() {}

    /// The path from the leaf to the root of the tree of this size.
    static List<MerkleHash> inclusion(long index, long size, MerkleNodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of %d leaves has no leaf %d.".formatted(size, index));
        }
        var path = new ArrayList<MerkleHash>();
        path(index, 0, size, nodes, path);
        return List.copyOf(path);
    }

    /// The nodes that show the tree of the older size to be the beginning of the tree of the newer size.
    static List<MerkleHash> consistency(long older, long newer, MerkleNodes nodes) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("A tree of %d leaves does not begin one of %d.".formatted(older, newer));
        }
        var proof = new ArrayList<MerkleHash>();
        if (older > 0 && older < newer) {
            subproof(older, new Range(0, newer), true, nodes, proof);
        }
        return List.copyOf(proof);
    }

    /// Whether the path leads from this leaf, at this index, to this root of a tree of this size.
    static boolean includes(MerkleHash leaf, long index, long size, List<MerkleHash> path, MerkleHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        MerkleHash hash = leaf;
        for (MerkleHash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = MerkleHash.node(beside, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleHash.node(hash, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// Whether the proof shows the older tree to be the beginning of the newer one.
    static boolean continues(
            long older, MerkleHash olderRoot, long newer, MerkleHash newerRoot, List<MerkleHash> proof) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == 0) {
            return proof.isEmpty() && olderRoot.equals(MerkleHash.EMPTY) && (newer > 0 || newerRoot.equals(olderRoot));
        }
        if (older == newer) {
            return proof.isEmpty() && olderRoot.equals(newerRoot);
        }
        return climb(older, olderRoot, newer, newerRoot, proof);
    }

    private static boolean climb(
            long older, MerkleHash olderRoot, long newer, MerkleHash newerRoot, List<MerkleHash> proof) {
        int whole = Long.numberOfTrailingZeros(older);
        long place = (older - 1) >> whole;
        long last = (newer - 1) >> whole;
        Iterator<MerkleHash> nodes = proof.iterator();
        if (!nodes.hasNext()) {
            return false;
        }
        // A complete older tree is itself the first node, and is left out of the proof.
        MerkleHash first = Long.bitCount(older) == 1 ? olderRoot : nodes.next();
        MerkleHash old = first;
        MerkleHash now = first;
        while (nodes.hasNext()) {
            MerkleHash beside = nodes.next();
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                old = MerkleHash.node(beside, old);
                now = MerkleHash.node(beside, now);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                now = MerkleHash.node(now, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(olderRoot) && now.equals(newerRoot);
    }

    private static void path(long index, long from, long to, MerkleNodes nodes, List<MerkleHash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + leftOf(to - from);
        if (index < middle) {
            path(index, from, middle, nodes, path);
            path.add(nodes.range(middle, to));
        } else {
            path(index, middle, to, nodes, path);
            path.add(nodes.range(from, middle));
        }
    }

    private record Range(long from, long to) {
        long middle() {
            return from + leftOf(to - from);
        }

        Range left() {
            return new Range(from, middle());
        }

        Range right() {
            return new Range(middle(), to);
        }

        MerkleHash hash(MerkleNodes nodes) {
            return nodes.range(from, to);
        }
    }

    /// `known` says that the older root is what this range hashes to, so that it need not be in the proof.
    private static void subproof(long older, Range range, boolean known, MerkleNodes nodes, List<MerkleHash> proof) {
        if (older == range.to()) {
            if (!known) {
                proof.add(range.hash(nodes));
            }
        } else if (older <= range.middle()) {
            subproof(older, range.left(), known, nodes, proof);
            proof.add(range.right().hash(nodes));
        } else {
            subproof(older, range.right(), false, nodes, proof);
            proof.add(range.left().hash(nodes));
        }
    }

    /// The largest power of two that is smaller than the width.
    private static long leftOf(long width) {
        return Long.highestOneBit(width - 1);
    }
}
