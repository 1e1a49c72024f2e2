package org.bluelamp.performance.internal;

import java.util.Arrays;

/// Gives every pair of numbers (both from 0) a number of its own, from 0 in the order of their coming.
final class PairNumbers {
    private static final long FREE = -1;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] pairs = free(256);
    private int[] numbers = new int[256];
    private long[] inOrder = new long[64];
    private int count;
    private long last = FREE;
    private int lastNumber;

    int number(int first, int second) {
        long pair = (long) first << 32 | second & 0xFFFF_FFFFL;
        if (pair == last) {
            return lastNumber;
        }
        int at = find(pair);
        if (pairs[at] == FREE) {
            if (count * 2 >= pairs.length) {
                grow();
                at = find(pair);
            }
            pairs[at] = pair;
            numbers[at] = count;
            if (count == inOrder.length) {
                inOrder = Arrays.copyOf(inOrder, count * 2);
            }
            inOrder[count++] = pair;
        }
        last = pair;
        lastNumber = numbers[at];
        return lastNumber;
    }

    private int find(long pair) {
        int mask = pairs.length - 1;
        int at = (int) (pair * MIX >>> 40) & mask;
        while (pairs[at] != FREE && pairs[at] != pair) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] old = pairs;
        int[] oldNumbers = numbers;
        pairs = free(old.length * 2);
        numbers = new int[pairs.length];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != FREE) {
                int at = find(old[i]);
                pairs[at] = old[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }

    private static long[] free(int length) {
        long[] empty = new long[length];
        Arrays.fill(empty, FREE);
        return empty;
    }

    int count() {
        return count;
    }

    int first(int number) {
        return (int) (inOrder[number] >>> 32);
    }

    int second(int number) {
        return (int) inOrder[number];
    }
}
