package org.bluelamp.journal.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bluelamp.journal.Verification;

/// A stretch of a log, read, hashed and held against its tiles; what several threads do side by side.
record VerifChunk(List<VerifRow> rows, List<Verification.Finding> findings) {
    /// 64 tiles of leaves: about 16 MiB of rows.
    static final int ENTRIES = 64 * TileId.WIDTH;

    /// Reads the positions above `after` up to `upTo`. `sealed` is how many entries are under a checkpoint.
    static VerifChunk read(VerifSource source, SealStore store, long after, long upTo, long sealed) {
        List<VerifRow> rows = source.everyPosition(after, upTo);
        var findings = new ArrayList<Verification.Finding>();
        for (VerifRow row : rows) {
            row.faults().forEach(fault -> findings.add(new Verification.Finding(row.position(), fault)));
        }
        long firstTile = after / TileId.WIDTH;
        long tilesEnd = Math.min(upTo, sealed) / TileId.WIDTH;
        if (firstTile < tilesEnd) {
            Map<TileId, byte[]> tiles = store.tiles(source.log(), 0, firstTile, tilesEnd);
            for (long index = firstTile; index < tilesEnd; index++) {
                int from = (int) (index * TileId.WIDTH - after);
                compare(new TileId(0, index), tiles, rows.subList(from, from + TileId.WIDTH), findings);
            }
        }
        // In order, so that the first ones listed are the first ones met.
        findings.sort(Comparator.comparingLong(Verification.Finding::position));
        return new VerifChunk(rows, findings);
    }

    private static void compare(
            TileId id, Map<TileId, byte[]> tiles, List<VerifRow> rows, List<Verification.Finding> findings) {
        byte[] tile = tiles.get(id);
        if (tile == null) {
            findings.add(new Verification.Finding(
                    rows.getFirst().position(), "The tile %d of level 0 is not there.".formatted(id.index())));
            return;
        }
        for (int place = 0; place < rows.size(); place++) {
            VerifRow row = rows.get(place);
            if (row.readable() && !MerkleHash.in(tile, place).equals(row.leaf())) {
                findings.add(
                        new Verification.Finding(row.position(), "The entry is not the one whose leaf was sealed."));
            }
        }
    }
}
