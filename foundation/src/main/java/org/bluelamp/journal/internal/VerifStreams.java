package org.bluelamp.journal.internal;

import java.util.Arrays;

/// The newest version of every stream met so far. Streams are kept as 64-bit hashes of their names: two streams
/// that share one would be reported wrongly, which is less likely than a fault of the machine.
///
/// Units: at most 4 million streams, 128 MiB; then everything is forgotten and `complete` says so.
final class VerifStreams {
    static final int STREAMS_MAX = 4_000_000;

    private static final int FIRST_SLOTS = 1 << 12;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private long[] names = new long[FIRST_SLOTS];
    private long[] versions = new long[FIRST_SLOTS];
    private int count;
    private boolean complete;

    /// `complete` when nothing came before what is going to be met.
    VerifStreams(boolean complete) {
        this.complete = complete;
    }

    /// Whether a stream that is not known here has no earlier entry at all.
    boolean complete() {
        return complete;
    }

    int count() {
        return count;
    }

    /// The newest version of the stream, 0 where it is not known.
    long version(String stream) {
        return versions[slot(name(stream))];
    }

    void put(String stream, long version) {
        if (count >= STREAMS_MAX) {
            forget();
        }
        long name = name(stream);
        int slot = slot(name);
        if (names[slot] == 0) {
            names[slot] = name;
            count++;
        }
        versions[slot] = version;
        if (count * 2 > names.length) {
            grow();
        }
    }

    private void forget() {
        Arrays.fill(names, 0);
        Arrays.fill(versions, 0);
        count = 0;
        complete = false;
    }

    private void grow() {
        long[] oldNames = names;
        long[] oldVersions = versions;
        names = new long[oldNames.length * 2];
        versions = new long[oldNames.length * 2];
        for (int old = 0; old < oldNames.length; old++) {
            if (oldNames[old] != 0) {
                int slot = slot(oldNames[old]);
                names[slot] = oldNames[old];
                versions[slot] = oldVersions[old];
            }
        }
    }

    private int slot(long name) {
        int slot = (int) (name >>> 32) & (names.length - 1);
        while (names[slot] != 0 && names[slot] != name) {
            slot = (slot + 1) & (names.length - 1);
        }
        return slot;
    }

    private static long name(String stream) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < stream.length(); i++) {
            hash = (hash ^ stream.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * MIX;
        return hash == 0 ? 1 : hash ^ (hash >>> 29);
    }
}
