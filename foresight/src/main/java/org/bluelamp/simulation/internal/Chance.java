package org.bluelamp.simulation.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Chance that can be repeated: the same seed and the same words give the same choices, whenever and however often
/// they are asked for, so that a world that was stopped goes on as it would have gone.
final class Chance {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final RandomGenerator random;

    Chance(RandomGenerator random) {
        this.random = random;
    }

    /// What chance says about `about` in the world of this seed.
    static Chance of(long seed, String about) {
        long hash = FNV_OFFSET ^ seed;
        for (byte each : about.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        return new Chance(FACTORY.create(hash));
    }

    /// From 0 to below `bound`.
    int below(int bound) {
        return random.nextInt(bound);
    }

    long bits() {
        return random.nextLong();
    }

    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    <T> T oneOf(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /// An index, each as likely as its weight.
    int weighted(int[] weights) {
        long sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        long at = random.nextLong(sum);
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        throw new IllegalStateException("No weight of %d was chosen.".formatted(weights.length));
    }

    /// Evenly between two durations.
    Duration between(Duration least, Duration most) {
        long span = most.minus(least).toMillis();
        return least.plusMillis(span <= 0 ? 0 : random.nextLong(span));
    }

    /// Around a median, skewed as durations are; two thirds of them within `spread` times of it, none beyond five.
    Duration around(Duration median, double spread) {
        double factor = Math.exp(random.nextGaussian() * Math.log(spread));
        return Duration.ofMillis((long) (median.toMillis() * Math.clamp(factor, 0.2, 5)));
    }

    /// The time until the next of a stream of independent happenings, of which so many come in an hour.
    Duration untilNext(double inAnHour) {
        double hours = -Math.log(1 - random.nextDouble()) / inAnHour;
        return Duration.ofMillis((long) (hours * Duration.ofHours(1).toMillis()));
    }
}
