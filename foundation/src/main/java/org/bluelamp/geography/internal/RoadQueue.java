package org.bluelamp.geography.internal;

import java.util.Arrays;

/// Nodes by how soon they are reached: a binary heap of whole numbers, so that a search makes no objects. A node may
/// stand in it several times; whoever takes it out passes over those it has settled.
final class RoadQueue {
    private static final int START = 1 << 10;
    private static final int NODE_BITS = 32;

    private long[] heap = new long[START];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int millis, int node) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        long entry = (long) millis << NODE_BITS | node;
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] > entry) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = entry;
    }

    /// The node that is reached soonest.
    int remove() {
        int node = (int) heap[0];
        long last = heap[--size];
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at + 1;
        }
        heap[at] = last;
        return node;
    }
}
