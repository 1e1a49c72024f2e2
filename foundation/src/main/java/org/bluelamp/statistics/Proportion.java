package org.bluelamp.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/// So many out of so many.
public record Proportion(long count, long of) {
    private static final long TENTHS_OF_PERCENT = 1_000;

    public Proportion {
        if (count < 0 || of < count) {
            throw new IllegalArgumentException("The share (%d of %d) must be of a whole.".formatted(count, of));
        }
    }

    /// The others.
    public Proportion rest() {
        return new Proportion(of - count, of);
    }

    /// The share as a percentage to one decimal, halves up, rounded once from the exact quotient; none of nothing.
    public OptionalDouble percent() {
        if (of == 0) {
            return OptionalDouble.empty();
        }
        long tenths = (2 * TENTHS_OF_PERCENT * count + of) / (2 * of);
        return OptionalDouble.of(tenths / 10.0);
    }

    /// The Wilson score interval of the share (0 to 1), without continuity correction; none of nothing.
    ///
    /// Source: Wilson (1927); the Office for Health Improvement and Disparities' method for proportions.
    public Optional<Interval> wilson(Confidence confidence) {
        if (of == 0) {
            return Optional.empty();
        }
        double z = confidence.z();
        double n = of;
        double share = count / n;
        double centre = share + z * z / (2 * n);
        double half = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        double whole = 1 + z * z / n;
        double low = count == 0 ? 0 : (centre - half) / whole;
        double high = count == of ? 1 : (centre + half) / whole;
        return Optional.of(new Interval(low, high));
    }
}
