package org.bluelamp.performance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseFigures;
import org.bluelamp.performance.ResponseFigures.Counts;
import org.bluelamp.performance.ResponseFigures.Excluded;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.performance.ResponseFormat;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.internal.MadeFacts.Stated;
import org.bluelamp.statistics.Histogram;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final LocalDate SATURDAY = LocalDate.of(2025, 11, 1);
    private static final LocalDate SUNDAY = LocalDate.of(2025, 11, 2);
    private static final ResponseQuery NOVEMBER = ResponseQuery.of(SATURDAY, LocalDate.of(2025, 11, 30));
    private static final Stated POLICE = new Stated(21, "POLICE", "I", "Fight", List.of("A"));
    private static final Stated FIRE = new Stated(9, "FIRE", "S", "", List.of(""));

    private static MadeFacts force() {
        return new MadeFacts().source("force", List.of("queue", "travel"), List.of("borough"), List.of("I", "S"));
    }

    @Test
    void missing_and_backwards_intervals_are_excluded_and_counted() {
        ResponseFigures figures = force().add("force", SATURDAY, POLICE, 10, FactChunk.MISSING)
                .add("force", SUNDAY, POLICE, 20, -1)
                .add("force", SUNDAY, FIRE, 30, 0)
                .compute(NOVEMBER);

        Row queue = figures.rows().getFirst();
        Row travel = figures.rows().getLast();
        assertThat(queue.durations()).isEqualTo(Histogram.of(10, 20, 30));
        assertThat(queue.counts()).isEqualTo(new Counts(3, 3, 2));
        assertThat(travel.durations()).isEqualTo(Histogram.of(0));
        assertThat(travel.excluded()).isEqualTo(new Excluded(1, 1));
    }

    @Test
    void both_ends_of_the_period_are_included_and_nothing_beyond() {
        MadeFacts facts = force();
        for (int day = 1; day <= 30; day++) {
            facts.add("force", LocalDate.of(2025, 11, day), POLICE, day, day);
        }

        Row row = facts.compute(ResponseQuery.of(SUNDAY, LocalDate.of(2025, 11, 4)))
                .rows()
                .getFirst();

        assertThat(row.durations()).isEqualTo(Histogram.of(2, 3, 4));
    }

    @Test
    void a_week_begins_on_the_day_asked_for_and_may_lie_in_two_months() {
        MadeFacts facts = force().add("force", LocalDate.of(2025, 10, 31), POLICE, 1, 1)
                .add("force", SATURDAY, POLICE, 2, 2)
                .add("force", SUNDAY, POLICE, 3, 3);
        ResponseQuery weeks = ResponseQuery.of(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 11, 30))
                .by(Breakdown.WEEK)
                .interval("queue");

        assertThat(facts.compute(weeks).rows())
                .extracting(row -> row.key().get(Breakdown.WEEK), Row::n)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("2025-10-27", 3));
        assertThat(facts.compute(weeks.weekStarts(DayOfWeek.SUNDAY)).rows())
                .extracting(row -> row.key().get(Breakdown.WEEK), Row::n)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2025-10-26", 2),
                        org.assertj.core.groups.Tuple.tuple("2025-11-02", 1));
    }

    @Test
    void figures_of_two_sources_are_never_mixed() {
        MadeFacts facts = force().source("brigade", List.of("queue"), List.of(), List.of())
                .add("force", SATURDAY, POLICE, 10, 10)
                .add("brigade", SATURDAY, FIRE, 99);

        ResponseFigures both = facts.compute(NOVEMBER.by(Breakdown.HOUR).interval("queue"));
        assertThat(both.source()).isEmpty();
        assertThat(both.rows())
                .extracting(Row::key)
                .containsExactly(
                        Map.of(Breakdown.SOURCE, "brigade", Breakdown.HOUR, "09"),
                        Map.of(Breakdown.SOURCE, "force", Breakdown.HOUR, "21"));

        ResponseFigures one = facts.compute(NOVEMBER.by(Breakdown.HOUR).where(Breakdown.SOURCE, "brigade"));
        assertThat(one.source()).contains("brigade");
        assertThat(one.rows()).extracting(Row::key).containsExactly(Map.of(Breakdown.HOUR, "09"));
    }

    @Test
    void the_document_is_the_one_agreed_with_other_programs() {
        String document = ResponseFormat.JSON.write(force().add("force", SATURDAY, POLICE, 10, 2_000)
                .add("force", SUNDAY, POLICE, 20, -1)
                .compute(NOVEMBER.by(Breakdown.AGENCY).interval("queue").within(15)));

        assertThat(document)
                .isEqualTo("{\"from\":\"2025-11-01\",\"to\":\"2025-11-30\",\"by\":[\"agency\"],\"source\":\"force\","
                        + "\"quantile_type\":7,\"rows\":[{\"key\":{\"agency\":\"POLICE\"},"
                        + "\"interval\":\"queue\",\"n\":2,"
                        + "\"excluded\":{\"missing\":0,\"negative\":0},\"mean_s\":15.0,\"median_s\":15.0,"
                        + "\"p90_s\":19.0,\"over_30_min_pct\":0.0,\"within_pct\":{\"15\":50.0},\"median_95_s\":null,"
                        + "\"incidents\":2,\"top_grade_pct\":100.0,\"small\":true}]}");
    }

    @Test
    void figures_of_parts_are_those_of_the_whole() {
        var chance = new Random(11);
        MadeFacts facts = force();
        var all = new ArrayList<Integer>();
        for (int i = 0; i < 5_000; i++) {
            int seconds = chance.nextInt(4_000);
            all.add(seconds);
            facts.add(
                    "force",
                    SATURDAY.plusDays(chance.nextInt(400)),
                    new Stated(
                            chance.nextInt(24),
                            "A" + chance.nextInt(3),
                            "I",
                            "T" + chance.nextInt(50),
                            List.of("B" + chance.nextInt(33))),
                    seconds,
                    0);
        }
        Histogram whole = Histogram.of(all.stream().mapToInt(Integer::intValue).toArray());
        ResponseQuery years = ResponseQuery.of(SATURDAY, SATURDAY.plusDays(400)).interval("queue");
        assertThat(facts.compute(years).rows().getFirst().durations()).isEqualTo(whole);
        for (Breakdown breakdown : Breakdown.values()) {
            assertThat(Histogram.merge(facts
                            .compute(years.by(breakdown, breakdown == Breakdown.HOUR ? Breakdown.AREA : Breakdown.HOUR))
                            .rows()
                            .stream()
                            .map(Row::durations)
                            .toList()))
                    .as("by %s", breakdown.word())
                    .isEqualTo(whole);
        }
    }
}
