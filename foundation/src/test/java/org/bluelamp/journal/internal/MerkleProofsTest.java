package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Seeded property tests: what holds for all trees, leaves and forgeries.
class MerkleProofsTest {
    private static final long SEED = 6962;
    private static final int CASES = 1_000;

    @Test
    void every_leaf_of_every_small_tree_is_proved() {
        var tree = MerkleNaive.random(70, new Random(SEED));
        for (int size = 1; size <= 70; size++) {
            for (int index = 0; index < size; index++) {
                var path = MerkleProofs.inclusion(index, size, tree);
                assertThat(includes(tree, index, size, path)).isTrue();
                assertThat(path).hasSizeLessThanOrEqualTo(64 - Long.numberOfLeadingZeros(size - 1));
            }
        }
    }

    @Test
    void every_beginning_of_every_small_tree_is_proved() {
        var tree = MerkleNaive.random(70, new Random(SEED));
        for (int newer = 0; newer <= 70; newer++) {
            for (int older = 0; older <= newer; older++) {
                assertThat(continues(tree, older, newer, MerkleProofs.consistency(older, newer, tree)))
                        .as("%d begins %d", older, newer)
                        .isTrue();
            }
        }
    }

    @Test
    void proofs_made_from_tiles_are_those_of_the_plain_definition() {
        RandomGenerator random = new Random(SEED);
        var tree = MerkleNaive.random(66_000, random);
        tree.grow();
        for (int round = 0; round < 200; round++) {
            long size = 1 + random.nextLong(66_000);
            long index = random.nextLong(size);
            assertThat(MerkleProofs.inclusion(index, size, tree.nodes(size)))
                    .as("leaf %d of %d, seed %d", index, size, SEED)
                    .isEqualTo(MerkleProofs.inclusion(index, size, tree));
            assertThat(MerkleProofs.consistency(index, size, tree.nodes(size)))
                    .as("%d begins %d, seed %d", index, size, SEED)
                    .isEqualTo(MerkleProofs.consistency(index, size, tree));
        }
    }

    @Test
    void a_forged_inclusion_proof_is_refused() {
        RandomGenerator random = new Random(SEED);
        var tree = MerkleNaive.random(600, random);
        for (int round = 0; round < CASES; round++) {
            int size = 2 + random.nextInt(598);
            int index = random.nextInt(size);
            var path = MerkleProofs.inclusion(index, size, tree);
            String which = "leaf %d of %d, seed %d".formatted(index, size, SEED);
            var leaf = tree.leaves.get(index);
            var root = tree.root(size);

            assertThat(includes(tree, index, size, withBitFlipped(path, random)))
                    .as(which)
                    .isFalse();
            assertThat(includes(tree, index, size, with(path, random.nextInt(path.size() + 1), leaf)))
                    .as(which)
                    .isFalse();
            assertThat(includes(tree, index, size, without(path, random.nextInt(path.size()))))
                    .as(which)
                    .isFalse();
            int other = (index + 1 + random.nextInt(size - 1)) % size;
            assertThat(MerkleProofs.includes(leaf, other, size, path, root))
                    .as(which)
                    .isFalse();
            assertThat(MerkleProofs.includes(tree.leaves.get(other), index, size, path, root))
                    .as(which)
                    .isFalse();
            assertThat(MerkleProofs.includes(flipped(leaf, random), index, size, path, root))
                    .as(which)
                    .isFalse();
            assertThat(MerkleProofs.includes(leaf, index, size, path, flipped(root, random)))
                    .as(which)
                    .isFalse();
            assertThat(MerkleProofs.includes(leaf, index, index, path, root))
                    .as(which)
                    .isFalse();
            assertThat(MerkleProofs.includes(leaf, -1, size, path, root))
                    .as(which)
                    .isFalse();
        }
    }

    @Test
    void an_inclusion_proof_for_another_size_does_not_lead_to_that_sizes_root() {
        RandomGenerator random = new Random(SEED);
        var tree = MerkleNaive.random(600, random);
        for (int round = 0; round < CASES; round++) {
            int size = 2 + random.nextInt(598);
            int index = random.nextInt(size);
            int otherSize = index + 1 + random.nextInt(600 - index);
            if (otherSize == size) {
                continue;
            }
            var path = MerkleProofs.inclusion(index, size, tree);
            assertThat(includes(tree, index, otherSize, path))
                    .as("leaf %d of %d in %d, seed %d", index, size, otherSize, SEED)
                    .isFalse();
        }
    }

    @Test
    void a_forged_consistency_proof_is_refused() {
        RandomGenerator random = new Random(SEED);
        var tree = MerkleNaive.random(600, random);
        for (int round = 0; round < CASES; round++) {
            int newer = 2 + random.nextInt(598);
            int older = 1 + random.nextInt(newer - 1);
            var proof = MerkleProofs.consistency(older, newer, tree);
            String which = "%d begins %d, seed %d".formatted(older, newer, SEED);
            var olderRoot = tree.root(older);
            var newerRoot = tree.root(newer);

            assertThat(continues(tree, older, newer, withBitFlipped(proof, random)))
                    .as(which)
                    .isFalse();
            assertThat(continues(tree, older, newer, with(proof, random.nextInt(proof.size() + 1), olderRoot)))
                    .as(which)
                    .isFalse();
            assertThat(continues(tree, older, newer, without(proof, random.nextInt(proof.size()))))
                    .as(which)
                    .isFalse();
            assertThat(MerkleProofs.continues(older, flipped(olderRoot, random), newer, newerRoot, proof))
                    .as(which)
                    .isFalse();
            assertThat(MerkleProofs.continues(older, olderRoot, newer, flipped(newerRoot, random), proof))
                    .as(which)
                    .isFalse();
            assertThat(MerkleProofs.continues(newer, newerRoot, older, olderRoot, proof))
                    .as(which)
                    .isFalse();
            assertThat(MerkleProofs.continues(older, olderRoot, newer, newerRoot, List.of()))
                    .as(which)
                    .isFalse();
        }
    }

    @Test
    void a_tree_with_one_older_entry_changed_does_not_continue_the_older_tree() {
        RandomGenerator random = new Random(SEED);
        var tree = MerkleNaive.random(300, random);
        for (int round = 0; round < 200; round++) {
            int newer = 2 + random.nextInt(298);
            int older = 1 + random.nextInt(newer - 1);
            var olderRoot = tree.root(older);
            int changed = random.nextInt(older);
            var fork = new MerkleNaive();
            fork.leaves.addAll(tree.leaves);
            fork.leaves.set(changed, MerkleHash.leaf(new byte[] {9, 9, 9}));
            assertThat(MerkleProofs.continues(
                            older, olderRoot, newer, fork.root(newer), MerkleProofs.consistency(older, newer, fork)))
                    .as("%d begins %d, %d changed, seed %d", older, newer, changed, SEED)
                    .isFalse();
        }
    }

    @Test
    void nothing_begins_everything_and_everything_begins_itself() {
        var tree = MerkleNaive.random(3, new Random(SEED));
        assertThat(MerkleProofs.continues(0, MerkleHash.EMPTY, 3, tree.root(3), List.of()))
                .isTrue();
        assertThat(MerkleProofs.continues(0, tree.root(3), 3, tree.root(3), List.of()))
                .isFalse();
        assertThat(MerkleProofs.continues(3, tree.root(3), 3, tree.root(3), List.of()))
                .isTrue();
        assertThat(MerkleProofs.continues(3, tree.root(3), 3, tree.root(3), List.of(tree.root(3))))
                .isFalse();
    }

    @Test
    void a_proof_of_what_the_tree_does_not_hold_cannot_be_asked_for() {
        var tree = MerkleNaive.random(3, new Random(SEED));
        assertThatThrownBy(() -> MerkleProofs.inclusion(3, 3, tree)).hasMessage("A tree of 3 leaves has no leaf 3.");
        assertThatThrownBy(() -> MerkleProofs.consistency(4, 3, tree))
                .hasMessage("A tree of 4 leaves does not begin one of 3.");
    }

    private static boolean includes(MerkleNaive tree, int index, int size, List<MerkleHash> path) {
        return MerkleProofs.includes(tree.leaves.get(index), index, size, path, tree.root(size));
    }

    private static boolean continues(MerkleNaive tree, int older, int newer, List<MerkleHash> proof) {
        return MerkleProofs.continues(older, tree.root(older), newer, tree.root(newer), proof);
    }

    private static List<MerkleHash> withBitFlipped(List<MerkleHash> hashes, RandomGenerator random) {
        var all = new ArrayList<>(hashes);
        all.set(random.nextInt(all.size()), flipped(all.get(random.nextInt(all.size())), random));
        return all.equals(hashes) ? withBitFlipped(hashes, random) : all;
    }

    private static MerkleHash flipped(MerkleHash hash, RandomGenerator random) {
        byte[] bytes = hash.bytes().clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return new MerkleHash(bytes);
    }

    private static List<MerkleHash> with(List<MerkleHash> hashes, int place, MerkleHash more) {
        var all = new ArrayList<>(hashes);
        all.add(place, more);
        return all;
    }

    private static List<MerkleHash> without(List<MerkleHash> hashes, int place) {
        var all = new ArrayList<>(hashes);
        all.remove(place);
        return all;
    }
}
