package org.bluelamp.statistics;

/// Too few to say much: a figure resting on under `BELOW` durations is marked as such wherever it is shown.
///
/// Source: ours (ADR 0009): below 20, the 95 % interval of a median spans more than half of the values.
public final class SmallNumbers {
    /// Fewer than this many is a small number.
    public static final int BELOW = 20;

    private SmallNumbers() {}

    public static boolean isSmall(long count) {
        return count < BELOW;
    }
}
