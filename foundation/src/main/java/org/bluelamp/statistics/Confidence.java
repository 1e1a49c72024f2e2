package org.bluelamp.statistics;

/// How sure an interval is: two-sided, by the quantile of the standard normal distribution that goes with it.
public enum Confidence {
    PER_CENT_95(0.95, 1.959963984540054),
    PER_CENT_99_8(0.998, 3.090232306167813);

    private final double level;
    private final double z;

    Confidence(double level, double z) {
        this.level = level;
        this.z = z;
    }

    /// The share of such intervals that hold the true value, 0 to 1.
    public double level() {
        return level;
    }

    double z() {
        return z;
    }
}
