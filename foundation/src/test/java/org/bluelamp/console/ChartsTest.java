package org.bluelamp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bluelamp.console.ChartScale.Unit;
import org.bluelamp.kernel.Coordinate;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void a_scale_of_seconds_has_ticks_at_whole_minutes() {
        assertThat(ChartScale.holding(Unit.SECONDS, 0, 1_430, 5).ticks())
                .extracting(ChartScale.Tick::words)
                .containsExactly("0:00", "5:00", "10:00", "15:00", "20:00", "25:00");
    }

    @Test
    void a_scale_of_counts_has_no_ticks_between_whole_numbers() {
        assertThat(ChartScale.holding(Unit.NUMBER, 0, 2, 4).ticks())
                .extracting(ChartScale.Tick::words)
                .containsExactly("0", "1", "2");
    }

    @Test
    void values_are_worded_with_their_unit() {
        assertThat(List.of(
                        Unit.NUMBER.words(1_240),
                        Unit.PERCENT.words(14.63),
                        Unit.SECONDS.words(312),
                        Unit.SECONDS.words(3_852)))
                .containsExactly("1,240", "14.6%", "5:12", "1:04:12");
    }

    @Test
    void a_scale_holds_every_value_it_was_made_for() {
        var random = new java.util.Random(20_261_122L);
        for (int run = 0; run < 1_000; run++) {
            double least = random.nextDouble() * 100;
            double most = least + Math.pow(10, random.nextDouble() * 7 - 1);
            for (Unit unit : Unit.values()) {
                ChartScale scale = ChartScale.holding(unit, least, most, 5);
                assertThat(scale.from()).as("seed 20261122, run %d", run).isLessThanOrEqualTo(least);
                assertThat(scale.to()).as("seed 20261122, run %d", run).isGreaterThanOrEqualTo(most);
                assertThat(scale.ticks()).hasSizeBetween(2, 20);
            }
        }
    }

    @Test
    void a_time_without_a_value_breaks_the_line() {
        var points = List.of(point(1), point(2), ChartTrend.Point.unknown("3"), point(4), point(5));
        var chart = new ChartTrend("t", Unit.NUMBER, points, Optional.empty());
        assertThat(chart.lines()).hasSize(2);
        assertThat(chart.dots()).hasSize(4);
        assertThat(chart.rows().get(2).value()).isEqualTo("cannot tell");
    }

    private static ChartTrend.Point point(int value) {
        return new ChartTrend.Point(
                String.valueOf(value),
                OptionalDouble.of(value),
                OptionalDouble.of(value - 0.5),
                OptionalDouble.of(value + 0.5),
                9,
                false,
                Optional.empty());
    }

    @Test
    void areas_fall_into_five_steps_of_as_many_each_and_few_observations_into_none() {
        var areas = java.util.stream.IntStream.rangeClosed(1, 11)
                .mapToObj(number -> area(number, number == 11))
                .toList();
        var chart = new ChartAreas("a", Unit.NUMBER, areas);
        assertThat(chart.drawn())
                .extracting(ChartAreas.Drawn::style)
                .containsExactly(
                        " step-1", " step-1", " step-2", " step-2", " step-3", " step-3", " step-4", " step-4",
                        " step-5", " step-5", " few");
        assertThat(chart.legend()).extracting(ChartAreas.Step::words).contains("1 to 2", "9 to 10");
    }

    private static ChartAreas.Area area(int number, boolean few) {
        var corners = List.of(
                Coordinate.ofDegrees(51, number),
                Coordinate.ofDegrees(51, number + 1),
                Coordinate.ofDegrees(52, number));
        return new ChartAreas.Area(
                "A" + number, List.of(corners), OptionalDouble.of(number), 50, few, Optional.empty());
    }

    @Test
    void a_chart_of_nothing_or_of_too_much_is_refused() {
        assertThatThrownBy(() -> new ChartBars("b", Unit.NUMBER, List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A chart is drawn with 1 to 60 bars, not 0.");
    }
}
