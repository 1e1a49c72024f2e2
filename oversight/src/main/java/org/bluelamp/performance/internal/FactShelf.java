package org.bluelamp.performance.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/// Cells computed before, found again while their chunk has the same version. The least recently used go first.
///
/// Limit: `BYTES_MAX` bytes, estimated.
final class FactShelf {
    static final long BYTES_MAX = 192L * 1024 * 1024;

    private record Key(String source, int month, long version, Slice slice) {}

    private final LinkedHashMap<Key, Map<CellKey, Cell>> shelf = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    Map<CellKey, Cell> cells(FactChunk chunk, Slice slice) {
        var key = new Key(chunk.source, chunk.month, chunk.version, slice);
        synchronized (this) {
            Map<CellKey, Cell> known = shelf.get(key);
            if (known != null) {
                return known;
            }
        }
        Map<CellKey, Cell> computed = Cells.of(chunk, slice);
        put(key, computed);
        return computed;
    }

    private synchronized void put(Key key, Map<CellKey, Cell> computed) {
        if (shelf.put(key, computed) == null) {
            bytes += bytesOf(computed);
        }
        var oldest = shelf.entrySet().iterator();
        while (bytes > BYTES_MAX && shelf.size() > 1) {
            bytes -= bytesOf(oldest.next().getValue());
            oldest.remove();
        }
    }

    private static long bytesOf(Map<CellKey, Cell> cells) {
        return cells.values().stream().mapToLong(Cell::bytes).sum();
    }

    synchronized long bytes() {
        return bytes;
    }
}
