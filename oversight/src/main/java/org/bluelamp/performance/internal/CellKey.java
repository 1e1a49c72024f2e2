package org.bluelamp.performance.internal;

import java.util.Arrays;

/// The numbers of a row's breakdowns, in the order asked.
final class CellKey {
    private final int[] numbers;

    CellKey(int... numbers) {
        this.numbers = numbers;
    }

    int number(int breakdown) {
        return numbers[breakdown];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellKey that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
