package org.bluelamp.statistics;

/// Which ranks bound the median: from the binomial distribution with one half, without approximation.
final class MedianRanks {
    /// Standard deviations below the middle from which the tail is summed; what lies lower is under 1e-30.
    private static final double TAIL_DEVIATIONS = 12;

    private MedianRanks() {}

    /// The highest rank `l` whose interval, from rank `l` to rank `n + 1 - l`, still holds the median with this
    /// confidence; 0 where even the whole sample does not.
    static long lower(long n, Confidence confidence) {
        double allowed = (1 - confidence.level()) / 2;
        long first = Math.max(0, (long) Math.floor(n / 2.0 - TAIL_DEVIATIONS * Math.sqrt(n) / 2));
        double logOfOne = logChoose(n, first) - n * Math.log(2);
        double tail = 0;
        for (long k = first; k <= n / 2; k++) {
            tail += Math.exp(logOfOne);
            if (tail > allowed) {
                return k;
            }
            logOfOne += Math.log((double) (n - k) / (k + 1));
        }
        return n / 2;
    }

    private static double logChoose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /// The logarithm of n factorial: summed for small n, Stirling's series (error under 1e-13) beyond.
    private static double logFactorial(long n) {
        if (n < 32) {
            double log = 0;
            for (long i = 2; i <= n; i++) {
                log += Math.log(i);
            }
            return log;
        }
        double x = n;
        return (x + 0.5) * Math.log(x)
                - x
                + Math.log(2 * Math.PI) / 2
                + 1 / (12 * x)
                - 1 / (360 * x * x * x)
                + 1 / (1260 * Math.pow(x, 5));
    }
}
