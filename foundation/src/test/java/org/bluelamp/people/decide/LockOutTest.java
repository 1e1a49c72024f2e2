package org.bluelamp.people.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockOutTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final LockOut.Limit THREE = new LockOut.Limit(3, Duration.ofMinutes(15), Duration.ofMinutes(10));

    private static LockOut tries(LockOut from, int times, Instant at) {
        LockOut state = from;
        for (int i = 0; i < times; i++) {
            state = state.tried(at, THREE);
        }
        return state;
    }

    @Test
    void the_third_failure_locks_for_ten_minutes_and_no_longer() {
        LockOut locked = tries(LockOut.none(NINE), 3, NINE);

        assertThat(tries(LockOut.none(NINE), 2, NINE).isLocked(NINE)).isFalse();
        assertThat(locked.isLocked(NINE.plusSeconds(599))).isTrue();
        assertThat(locked.isLocked(NINE.plusSeconds(600))).isFalse();
    }

    @Test
    void tries_while_locked_do_not_make_it_longer() {
        LockOut locked = tries(LockOut.none(NINE), 3, NINE);

        assertThat(tries(locked, 50, NINE.plusSeconds(500))).isEqualTo(locked);
    }

    @Test
    void failures_long_ago_do_not_count() {
        LockOut two = tries(LockOut.none(NINE), 2, NINE);

        assertThat(two.tried(NINE.plusSeconds(15 * 60), THREE).isLocked(NINE.plusSeconds(15 * 60)))
                .isFalse();
    }

    @Test
    void a_try_that_was_right_is_taken_back() {
        LockOut two = tries(LockOut.none(NINE), 2, NINE);

        assertThat(two.tried(NINE, THREE).takenBack()).isEqualTo(two);
    }
}
