package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final long SEED = 20261122;

    /// The leaves and roots every implementation of RFC 6962 is held to.
    private static final List<String> CLASSIC_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> CLASSIC_ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_roots_of_the_eight_classic_leaves_are_the_published_ones() {
        var edge = new MerkleEdge((id, hashes) -> {});
        var roots = new ArrayList<String>();
        for (String leaf : CLASSIC_LEAVES) {
            edge.add(MerkleHash.leaf(HexFormat.of().parseHex(leaf)));
            roots.add(edge.root().toString());
        }
        assertThat(roots).isEqualTo(CLASSIC_ROOTS);
    }

    @Test
    void a_tree_without_entries_has_the_hash_of_nothing_as_its_root() {
        assertThat(new MerkleEdge((id, hashes) -> {}).root().toString())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_leaf_is_hashed_over_its_parts_as_one() {
        assertThat(MerkleHash.leaf(new byte[] {1, 2}, new byte[0], new byte[] {3}))
                .isEqualTo(MerkleHash.leaf(new byte[] {1, 2, 3}));
    }

    @Test
    void every_root_of_a_growing_tree_is_that_of_the_plain_definition() {
        var tree = MerkleNaive.random(1_000, new Random(SEED));
        var edge = new MerkleEdge(tree.tiles::put);
        for (MerkleHash leaf : tree.leaves) {
            edge.add(leaf);
            assertThat(edge.root()).as("root at %d", edge.size()).isEqualTo(tree.root(edge.size()));
        }
    }

    @Test
    void a_tree_of_three_levels_of_tiles_has_the_root_of_the_plain_definition() {
        var tree = MerkleNaive.random(70_001, new Random(SEED));
        assertThat(tree.grow().root()).isEqualTo(tree.root(70_001));
        assertThat(tree.tiles).hasSize(273 + 1).containsKey(new TileId(1, 0));
    }

    @Test
    void a_full_tile_holds_the_hashes_of_its_level_from_left_to_right() {
        var tree = MerkleNaive.random(65_536, new Random(SEED));
        tree.grow();
        byte[] tile = tree.tiles.get(new TileId(1, 0));
        assertThat(tile).hasSize(8_192);
        assertThat(MerkleHash.in(tile, 3)).isEqualTo(tree.complete(8, 3));
        assertThat(TileId.root(tile)).isEqualTo(tree.root(65_536));
        assertThat(MerkleHash.in(tree.tiles.get(new TileId(0, 255)), 255)).isEqualTo(tree.leaves.getLast());
    }

    @Test
    void an_edge_read_back_from_tiles_grows_on_as_if_it_had_never_stopped() {
        RandomGenerator random = new Random(SEED);
        var tree = MerkleNaive.random(67_000, random);
        tree.grow();
        for (int round = 0; round < 200; round++) {
            long size = round < 20 ? round * 256L : random.nextLong(67_000);
            var edge = MerkleEdge.of(size, tree.nodes(size), (id, hashes) -> {});
            assertThat(edge.root()).as("root at %d, seed %d", size, SEED).isEqualTo(tree.root(size));
            long to = Math.min(size + 300, 67_000);
            tree.leaves(size, to).forEach(edge::add);
            assertThat(edge.root()).as("root at %d, seed %d", to, SEED).isEqualTo(tree.root(to));
        }
    }

    @Test
    void the_hash_of_any_complete_part_is_read_from_tiles_and_last_leaves() {
        RandomGenerator random = new Random(SEED);
        var tree = MerkleNaive.random(66_900, random);
        tree.grow();
        var nodes = tree.nodes(66_900);
        for (int round = 0; round < 1_000; round++) {
            int height = random.nextInt(17);
            long index = random.nextLong(66_900 >> height);
            assertThat(nodes.complete(height, index))
                    .as("height %d, index %d, seed %d", height, index, SEED)
                    .isEqualTo(tree.complete(height, index));
        }
        assertThatThrownBy(() -> nodes.complete(4, 66_900 >> 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
