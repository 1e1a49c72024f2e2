package org.bluelamp.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void a_share_is_a_percentage_to_one_decimal_with_halves_up() {
        assertThat(new Proportion(1, 3).percent()).hasValue(33.3);
        assertThat(new Proportion(1, 16).percent()).hasValue(6.3);
        assertThat(new Proportion(7, 7).percent()).hasValue(100);
        assertThat(new Proportion(0, 0).percent()).isEmpty();
    }

    @Test
    void more_than_the_whole_is_refused() {
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("The share (3 of 2) must be of a whole.");
    }

    @Test
    void none_of_many_is_not_certainly_none() {
        Interval interval = new Proportion(0, 10).wilson(Confidence.PER_CENT_95).orElseThrow();

        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isEqualTo(0.277532799862889, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void two_figures_whose_intervals_overlap_cannot_be_told_apart() {
        Interval borough = new Proportion(8, 40).wilson(Confidence.PER_CENT_95).orElseThrow();
        Interval other = new Proportion(10, 40).wilson(Confidence.PER_CENT_95).orElseThrow();
        Interval far = new Proportion(39, 40).wilson(Confidence.PER_CENT_95).orElseThrow();

        assertThat(borough.overlaps(other)).isTrue();
        assertThat(borough.overlaps(far)).isFalse();
    }
}
