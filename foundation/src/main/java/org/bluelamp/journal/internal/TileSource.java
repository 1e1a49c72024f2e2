package org.bluelamp.journal.internal;

/// Where the full tiles of one log are read from.
@FunctionalInterface
interface TileSource {

    /// The 8,192 bytes of a full tile.
    ///
    /// Errors: `IllegalStateException` when the tile is not there.
    byte[] tile(TileId id);
}
