package org.bluelamp.statistics;

/// From `low` to `high`, both included, in the unit of what it is an interval of.
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("The interval (%s to %s) must not run backwards.".formatted(low, high));
        }
    }

    /// Whether the two have a value in common; if so, one cannot tell which figure is the larger.
    public boolean overlaps(Interval other) {
        return low <= other.high && other.low <= high;
    }
}
