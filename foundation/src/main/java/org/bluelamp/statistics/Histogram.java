package org.bluelamp.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How often each whole second occurs: everything a set of durations can answer, exactly, and addable.
///
/// Two histograms merge into the histogram of both sets, so means, medians and any percentile over any borough and
/// period add up without a rounding anywhere. Immutable.
///
/// Units: whole seconds, any sign; at most 2,147,483,647 durations. Eight bytes for each different second.
/// Source: ARCHITECTURE, "Sizes to design for"; ADR 0009.
public final class Histogram {
    private static final Histogram EMPTY = new Histogram(new int[0], new int[0], 0);
    private static final int MILLION = 1_000_000;

    private final int[] seconds;
    /// How many durations are no longer than `seconds[i]`.
    private final int[] upTo;

    private final long sum;

    private Histogram(int[] seconds, int[] upTo, long sum) {
        this.seconds = seconds;
        this.upTo = upTo;
        this.sum = sum;
    }

    public static Histogram empty() {
        return EMPTY;
    }

    /// Counts these durations, in any order.
    public static Histogram of(int... durations) {
        return ofRange(durations, 0, durations.length);
    }

    /// Counts the durations from index `from` (included) to `until` (not included), in any order; the array is left
    /// as it is.
    public static Histogram ofRange(int[] durations, int from, int until) {
        int[] sorted = Arrays.copyOfRange(durations, from, until);
        Arrays.sort(sorted);
        return ofSorted(sorted, sorted.length);
    }

    private static Histogram ofSorted(int[] sorted, int length) {
        if (length == 0) {
            return EMPTY;
        }
        int[] seconds = new int[length];
        int[] upTo = new int[length];
        int different = 0;
        long sum = 0;
        for (int i = 0; i < length; i++) {
            sum += sorted[i];
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                seconds[different++] = sorted[i];
            }
            upTo[different - 1] = i + 1;
        }
        return new Histogram(Arrays.copyOf(seconds, different), Arrays.copyOf(upTo, different), sum);
    }

    /// The histogram of both sets.
    public Histogram merge(Histogram other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        Math.addExact(count(), other.count());
        int most = seconds.length + other.seconds.length;
        int[] both = new int[most];
        int[] bothUpTo = new int[most];
        int different = 0;
        for (int i = 0, j = 0; i < seconds.length || j < other.seconds.length; different++) {
            boolean here = j == other.seconds.length || i < seconds.length && seconds[i] <= other.seconds[j];
            boolean there = i == seconds.length || j < other.seconds.length && other.seconds[j] <= seconds[i];
            both[different] = here ? seconds[i] : other.seconds[j];
            i += here ? 1 : 0;
            j += there ? 1 : 0;
            bothUpTo[different] = upToIndex(i) + other.upToIndex(j);
        }
        return new Histogram(Arrays.copyOf(both, different), Arrays.copyOf(bothUpTo, different), sum + other.sum);
    }

    private int upToIndex(int taken) {
        return taken == 0 ? 0 : upTo[taken - 1];
    }

    /// The histogram of all sets together.
    public static Histogram merge(List<Histogram> several) {
        List<Histogram> rest = several;
        while (rest.size() > 1) {
            var pairs = new ArrayList<Histogram>((rest.size() + 1) / 2);
            for (int i = 0; i < rest.size(); i += 2) {
                pairs.add(i + 1 < rest.size() ? rest.get(i).merge(rest.get(i + 1)) : rest.get(i));
            }
            rest = pairs;
        }
        return rest.isEmpty() ? EMPTY : rest.getFirst();
    }

    public boolean isEmpty() {
        return seconds.length == 0;
    }

    /// How many durations there are.
    public int count() {
        return upToIndex(seconds.length);
    }

    /// All durations together, in seconds.
    public long sum() {
        return sum;
    }

    /// How many different seconds occur.
    public int different() {
        return seconds.length;
    }

    /// The mean in seconds, nearest double to the exact quotient; none of an empty set.
    public OptionalDouble mean() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count());
    }

    /// The quantile in seconds, nearest double to the exact rational value; none of an empty set.
    ///
    /// Units: `p` from 0 to 1 with at most six decimals.
    /// Errors: `IllegalArgumentException` for any other `p`.
    public OptionalDouble quantile(double p, QuantileType type) {
        long millionths = Math.round(p * MILLION);
        if (!(p >= 0) || p > 1 || Math.abs(p * MILLION - millionths) > 1e-6) {
            throw new IllegalArgumentException(
                    "The quantile (%s) must be from 0 to 1 with at most six decimals.".formatted(p));
        }
        if (isEmpty()) {
            return OptionalDouble.empty();
        }
        RankPosition at = type.position(count(), millionths);
        long low = ranked(at.rank());
        long high = ranked(at.rank() + 1);
        long exact = low * RankPosition.UNIT + at.part() * (high - low);
        return OptionalDouble.of((double) exact / RankPosition.UNIT);
    }

    public OptionalDouble median() {
        return quantile(0.5, QuantileType.TYPE_7);
    }

    /// The duration with this rank from the shortest (1); ranks outside are taken as the first and the last.
    public int ranked(long rank) {
        int wanted = (int) Math.clamp(rank, 1L, count());
        int found = Arrays.binarySearch(upTo, wanted);
        return seconds[found >= 0 ? found : -found - 1];
    }

    /// How many durations are no longer than this, the bound included.
    public Proportion within(int bound) {
        int found = Arrays.binarySearch(seconds, bound);
        return new Proportion(upToIndex(found >= 0 ? found + 1 : -found - 1), count());
    }

    /// How many durations are longer than this, the bound not included.
    public Proportion over(int bound) {
        return within(bound).rest();
    }

    /// An interval that holds the median of what the durations are a sample of, from their ranks alone, with at
    /// least this confidence; none where there are too few (under 6 at 95 %).
    ///
    /// Source: Conover, "Practical Nonparametric Statistics", quantile intervals from order statistics.
    public Optional<Interval> medianInterval(Confidence confidence) {
        long rank = MedianRanks.lower(count(), confidence);
        return rank == 0 ? Optional.empty() : Optional.of(new Interval(ranked(rank), ranked(count() + 1L - rank)));
    }

    /// Those durations that lie from `from` (included) to `until` (not included): how many.
    public int between(int from, int until) {
        return until <= from
                ? 0
                : (int) (within(until - 1).count() - within(from - 1).count());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that
                && Arrays.equals(seconds, that.seconds)
                && Arrays.equals(upTo, that.upTo);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(seconds) + Arrays.hashCode(upTo);
    }

    @Override
    public String toString() {
        return isEmpty()
                ? "Histogram[empty]"
                : "Histogram[%d durations, %d to %d s]".formatted(count(), seconds[0], seconds[seconds.length - 1]);
    }
}
