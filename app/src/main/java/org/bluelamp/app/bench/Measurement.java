package org.bluelamp.app.bench;

import java.util.Arrays;

/// What was measured: how often a thing was done, in what time altogether, and how long one took.
///
/// Units: seconds altogether; `medianMs`, `p95Ms` and `p99Ms` are milliseconds of one doing, by the nearest rank.
/// `things` is
/// how many
/// things of `unit` were done altogether, which is more than `times` where one doing does several (a batch).
public record Measurement(
        String name, String unit, long things, int times, double seconds, double medianMs, double p95Ms, double p99Ms) {
    private static final double NANOS_IN_MS = 1e6;
    private static final double NANOS_IN_SECOND = 1e9;

    /// From the length of each doing and of all together, in nanoseconds.
    public static Measurement of(String name, String unit, long things, long[] nanos, long altogetherNanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Measurement(
                name,
                unit,
                things,
                sorted.length,
                altogetherNanos / NANOS_IN_SECOND,
                rank(sorted, 0.5) / NANOS_IN_MS,
                rank(sorted, 0.95) / NANOS_IN_MS,
                rank(sorted, 0.99) / NANOS_IN_MS);
    }

    /// Things in a second.
    public double perSecond() {
        return seconds == 0 ? 0 : things / seconds;
    }

    private static double rank(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.ceil(share * sorted.length)) - 1)];
    }
}
