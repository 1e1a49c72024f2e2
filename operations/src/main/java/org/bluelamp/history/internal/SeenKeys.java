package org.bluelamp.history.internal;

import java.util.HashMap;
import java.util.Map;

/// Which keys a file has named so far, to tell the second row with a key from the first. Keys are held as 64 bits of
/// their hash, so that ten million take 160 MB at most; that two keys meet there has a chance of one in 300,000 and
/// would only give one of them an ordinal it does not need.
class SeenKeys {
    private static final int START = 1 << 12;
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private long[] slots = new long[START];
    private int size;
    private final Map<Long, Integer> repeats = new HashMap<>();

    /// 1 for a key not seen before, 2 for its second row, and so on.
    int ordinal(String key) {
        long hash = hash(key);
        if (add(hash)) {
            return 1;
        }
        return repeats.merge(hash, 2, (before, _) -> before + 1);
    }

    private boolean add(long hash) {
        if (size * 2 >= slots.length) {
            grow();
        }
        if (!put(slots, hash)) {
            return false;
        }
        size++;
        return true;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        for (long slot : slots) {
            if (slot != 0) {
                put(wider, slot);
            }
        }
        slots = wider;
    }

    private static boolean put(long[] slots, long hash) {
        int at = (int) (hash ^ hash >>> 32) & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = hash;
        return true;
    }

    private static long hash(String key) {
        long hash = BASIS;
        for (int at = 0; at < key.length(); at++) {
            hash = (hash ^ key.charAt(at)) * PRIME;
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
