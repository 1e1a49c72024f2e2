package org.bluelamp.despatch.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bluelamp.despatch.Fix;
import org.bluelamp.despatch.FixRefusal.FromTheFuture;
import org.bluelamp.despatch.FixRefusal.ImpossibleJump;
import org.bluelamp.despatch.FixRefusal.NotNewer;
import org.bluelamp.despatch.FixRefusal.TooOld;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Coordinate;
import org.junit.jupiter.api.Test;

class BelieveTest {
    private static final Instant NINE = Instant.parse("2026-11-22T21:00:00Z");
    private static final Callsign YE31 = new Callsign("YE31");
    private static final Coordinate SOHO = Coordinate.ofDegrees(51.5130, -0.1340);
    private static final Coordinate VICTORIA = Coordinate.ofDegrees(51.4952, -0.1441);
    private static final Coordinate READING = Coordinate.ofDegrees(51.4560, -0.9690);

    private static Fix at(Coordinate place, int secondsAfterNine) {
        return Fix.of(YE31, place, NINE.plusSeconds(secondsAfterNine), "vehicle");
    }

    @Test
    void the_first_fix_of_a_unit_is_believed() {
        assertThat(Believe.refusal(at(SOHO, 0), Optional.empty(), NINE)).isEmpty();
    }

    @Test
    void a_drive_across_the_borough_in_three_minutes_is_believed() {
        assertThat(Believe.refusal(at(VICTORIA, 180), Optional.of(at(SOHO, 0)), NINE.plusSeconds(181)))
                .isEmpty();
    }

    @Test
    void nobody_jumps_to_reading_in_ten_seconds() {
        assertThat(Believe.refusal(at(READING, 10), Optional.of(at(SOHO, 0)), NINE.plusSeconds(11)))
                .containsInstanceOf(ImpossibleJump.class)
                .get()
                .extracting(refusal -> refusal.sentence())
                .isEqualTo("YE31 cannot have moved 58,165 m in 10 s; nothing above 320 km/h is believed.");
    }

    @Test
    void two_fixes_of_one_second_may_differ_by_their_error() {
        Coordinate beside = Coordinate.ofDegrees(51.5140, -0.1340);
        assertThat(Believe.refusal(at(beside, 1), Optional.of(at(SOHO, 0)), NINE.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void a_unit_not_heard_of_for_ten_minutes_may_be_anywhere() {
        assertThat(Believe.refusal(at(READING, 600), Optional.of(at(SOHO, 0)), NINE.plusSeconds(600)))
                .isEmpty();
    }

    @Test
    void what_is_known_already_is_not_taken_again() {
        assertThat(Believe.refusal(at(SOHO, 5), Optional.of(at(SOHO, 5)), NINE.plusSeconds(6)))
                .contains(new NotNewer(YE31, NINE.plusSeconds(5), NINE.plusSeconds(5)));
    }

    @Test
    void a_fix_from_the_future_is_refused_beyond_what_clocks_differ() {
        assertThat(Believe.refusal(at(SOHO, 30), Optional.empty(), NINE)).isEmpty();
        assertThat(Believe.refusal(at(SOHO, 31), Optional.empty(), NINE))
                .contains(new FromTheFuture(YE31, NINE.plusSeconds(31), NINE));
    }

    @Test
    void a_fix_of_yesterday_says_nothing_about_now() {
        Instant tomorrow = NINE.plus(Duration.ofHours(24)).plusSeconds(1);
        assertThat(Believe.refusal(at(SOHO, 0), Optional.empty(), tomorrow)).contains(new TooOld(YE31, NINE, tomorrow));
    }
}
