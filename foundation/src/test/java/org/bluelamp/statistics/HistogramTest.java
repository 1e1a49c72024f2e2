package org.bluelamp.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final int CASES = 1_000;
    private static final long SEED = 20_261_122;

    @Test
    void mean_and_quantiles_of_few_durations_are_those_of_the_textbook() {
        Histogram durations = Histogram.of(10, 40, 20, 30);

        assertThat(durations.mean()).hasValue(25);
        assertThat(durations.median()).hasValue(25);
        assertThat(durations.quantile(0.9, QuantileType.TYPE_7)).hasValue(37);
        assertThat(durations.quantile(0, QuantileType.TYPE_7)).hasValue(10);
        assertThat(durations.quantile(1, QuantileType.TYPE_7)).hasValue(40);
        assertThat(durations.sum()).isEqualTo(100);
    }

    @Test
    void an_interpolated_quantile_is_the_nearest_number_and_not_beside_it() {
        // Reckoned step by step, such a quantile runs into binary noise, e.g. 471.90000000000026.
        int[] durations = {0, 0, 0, 0, 0, 0, 0, 0, 204, 205, 213};

        assertThat(Histogram.of(durations).quantile(0.89, QuantileType.TYPE_7)).hasValue(204.9);
        assertThat(String.valueOf(Histogram.of(durations)
                        .quantile(0.89, QuantileType.TYPE_7)
                        .getAsDouble()))
                .isEqualTo("204.9");
    }

    @Test
    void nothing_has_no_mean_and_no_quantile() {
        assertThat(Histogram.empty().mean()).isEmpty();
        assertThat(Histogram.empty().median()).isEmpty();
        assertThat(Histogram.empty().medianInterval(Confidence.PER_CENT_95)).isEmpty();
        assertThat(Histogram.empty().within(15).percent()).isEmpty();
    }

    @Test
    void a_quantile_outside_nought_to_one_is_refused() {
        assertThatThrownBy(() -> Histogram.of(1).quantile(1.5, QuantileType.TYPE_7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The quantile (1.5) must be from 0 to 1 with at most six decimals.");
        assertThatThrownBy(() -> Histogram.of(1).quantile(Double.NaN, QuantileType.TYPE_7))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuantileType.of(10)).hasMessage("The quantile type (10) must be from 1 to 9.");
    }

    @Test
    void a_bound_counts_as_within_and_not_as_over() {
        Histogram durations = Histogram.of(-3, 15, 15, 16, 1800, 1801);

        assertThat(durations.within(15)).isEqualTo(new Proportion(3, 6));
        assertThat(durations.over(1800)).isEqualTo(new Proportion(1, 6));
        assertThat(durations.between(15, 1800)).isEqualTo(3);
        assertThat(durations.between(15, 15)).isZero();
    }

    @Test
    void parts_merged_are_the_whole() {
        var chance = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            int[] whole = chance.ints(chance.nextInt(60), -20, 40).toArray();
            var parts = new ArrayList<Histogram>();
            for (int from = 0; from < whole.length; ) {
                int until = Math.min(whole.length, from + 1 + chance.nextInt(20));
                parts.add(Histogram.of(Arrays.copyOfRange(whole, from, until)));
                from = until;
            }
            assertThat(Histogram.merge(parts)).as("seed %d, case %d", SEED, i).isEqualTo(Histogram.of(whole));
            assertThat(Histogram.merge(parts).sum())
                    .isEqualTo(Histogram.of(whole).sum());
        }
    }

    @Test
    void every_type_keeps_between_the_shortest_and_the_longest_and_never_falls() {
        var chance = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            Histogram durations =
                    Histogram.of(chance.ints(1 + chance.nextInt(40), -50, 5_000).toArray());
            for (QuantileType type : QuantileType.values()) {
                double last = durations.ranked(1);
                for (int p = 0; p <= 100; p++) {
                    double value = durations.quantile(p / 100.0, type).orElseThrow();
                    assertThat(value)
                            .as("seed %d, case %d, type %d", SEED, i, type.number())
                            .isBetween(last, (double) durations.ranked(durations.count()));
                    last = value;
                }
            }
        }
    }

    @Test
    void linear_interpolation_is_that_of_the_definition() {
        var chance = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            int[] sorted =
                    chance.ints(1 + chance.nextInt(200), 0, 100_000).sorted().toArray();
            double rank = (sorted.length - 1) * 0.9;
            int low = (int) Math.floor(rank);
            int high = Math.min(low + 1, sorted.length - 1);
            double expected = sorted[low] + (rank - low) * (sorted[high] - sorted[low]);
            assertThat(Histogram.of(sorted).quantile(0.9, QuantileType.TYPE_7).orElseThrow())
                    .isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void the_median_of_ten_lies_between_the_second_and_the_ninth() {
        Histogram ten = Histogram.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        // Ranks 2 and 9 hold the median with 97.9 %, ranks 3 and 8 with 89.1 % (binomial table).
        assertThat(ten.medianInterval(Confidence.PER_CENT_95)).contains(new Interval(2, 9));
        assertThat(Histogram.of(1, 2, 3, 4, 5).medianInterval(Confidence.PER_CENT_95))
                .isEqualTo(Optional.empty());
        assertThat(MedianRanks.lower(6, Confidence.PER_CENT_95)).isEqualTo(1);
        assertThat(MedianRanks.lower(20, Confidence.PER_CENT_95)).isEqualTo(6);
        assertThat(MedianRanks.lower(100, Confidence.PER_CENT_95)).isEqualTo(40);
    }

    @Test
    void the_median_interval_of_a_million_keeps_close_to_the_normal_one() {
        double expected = 500_000 - 1.959964 * Math.sqrt(1_000_000) / 2;

        assertThat((double) MedianRanks.lower(1_000_000, Confidence.PER_CENT_95))
                .isCloseTo(expected, within(1.5));
    }

    @Test
    void the_median_interval_holds_the_true_median_as_often_as_it_says() {
        var chance = new Random(SEED);
        int held = 0;
        for (int i = 0; i < CASES; i++) {
            Histogram sample = Histogram.of(chance.ints(41, 0, 1_000_001).toArray());
            Interval interval = sample.medianInterval(Confidence.PER_CENT_95).orElseThrow();
            held += interval.low() <= 500_000 && 500_000 <= interval.high() ? 1 : 0;
        }
        assertThat(held).isBetween(940, 990);
    }

    @Test
    void under_twenty_is_a_small_number() {
        assertThat(List.of(SmallNumbers.isSmall(19), SmallNumbers.isSmall(20))).isEqualTo(List.of(true, false));
    }
}
