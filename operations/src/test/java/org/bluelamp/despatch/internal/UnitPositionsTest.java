package org.bluelamp.despatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bluelamp.despatch.Fix;
import org.bluelamp.despatch.FixRefusal.ImpossibleJump;
import org.bluelamp.despatch.UnitPosition;
import org.bluelamp.despatch.UnitPositions;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.testing.FixedServiceClock;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnitPositionsTest {
    private static final Instant NINE = Instant.parse("2026-11-22T21:00:00Z");
    private static final Coordinate SOHO = Coordinate.ofDegrees(51.5130, -0.1340);
    private static final Coordinate STRAND = Coordinate.ofDegrees(51.5107, -0.1210);
    private static final Coordinate READING = Coordinate.ofDegrees(51.4560, -0.9690);
    private static TestProgram program;
    private static PositionTracks tracks;

    private final FixedServiceClock clock = new FixedServiceClock(NINE);

    @BeforeAll
    static void start() {
        program = TestProgram.journal();
        tracks = new PositionTracks(program.get(JdbcClient.class));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Fix fix(String unit, Coordinate at, Instant when) {
        return new Fix(new Callsign(unit), at, when, Optional.of(32), Optional.of(90), "vehicle");
    }

    @Test
    void every_statement_is_understood_by_the_database() {
        SqlContract.check(program.database(), PositionTracks.class);
    }

    @Test
    void the_latest_position_has_its_age_and_is_stale_after_two_minutes() {
        var positions = new PositionsInMemory(clock, tracks, new PositionKeeper(tracks, clock));
        Fix soho = fix("AA31", SOHO, NINE);
        assertThat(positions.report(List.of(soho))).isEqualTo(new UnitPositions.Report(1, List.of()));
        clock.advance(Duration.ofSeconds(120));
        assertThat(positions.latest(new Callsign("AA31")))
                .contains(new UnitPosition(soho, Duration.ofSeconds(120), false));
        clock.advance(Duration.ofSeconds(1));
        assertThat(positions.latest()).contains(new UnitPosition(soho, Duration.ofSeconds(121), true));
        positions.forget(new Callsign("AA31"));
        assertThat(positions.latest(new Callsign("AA31"))).isEmpty();
    }

    @Test
    void an_impossible_jump_is_refused_and_nothing_good_beside_it_is_lost() {
        var positions = new PositionsInMemory(clock, tracks, new PositionKeeper(tracks, clock));
        clock.advance(Duration.ofSeconds(10));
        var report = positions.report(List.of(
                fix("BB31", SOHO, NINE),
                fix("BB31", READING, NINE.plusSeconds(10)),
                fix("BB12", STRAND, NINE.plusSeconds(10))));
        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.refused()).singleElement().isInstanceOf(ImpossibleJump.class);
        assertThat(positions.latest(new Callsign("BB31")).orElseThrow().fix().at())
                .isEqualTo(SOHO);
    }

    @Test
    void positions_are_kept_in_their_days_and_found_again_as_a_track() {
        var keeper = new PositionKeeper(tracks, clock);
        var positions = new PositionsInMemory(clock, tracks, keeper);
        Instant midnight = Instant.parse("2026-11-23T00:00:00Z");
        clock.moveTo(midnight.plusSeconds(5));
        Fix before = fix("CC31", SOHO, midnight.minusSeconds(5));
        Fix after = Fix.of(new Callsign("CC31"), STRAND, midnight.plusSeconds(5), "radio");
        keeper.start();
        positions.report(List.of(before));
        positions.report(List.of(after));
        keeper.stop();
        assertThat(positions.track(new Callsign("CC31"), NINE, midnight.plusSeconds(6)))
                .containsExactly(before, after);
        assertThat(positions.track(new Callsign("CC31"), midnight, midnight.plusSeconds(5)))
                .isEmpty();
        assertThat(keeper.lost()).isZero();
        // A program that starts now knows at once where the unit is.
        var started = new PositionsInMemory(clock, tracks, new PositionKeeper(tracks, clock));
        assertThat(started.latest(new Callsign("CC31")).orElseThrow().fix()).isEqualTo(after);
    }

    @Test
    void days_beyond_their_time_are_given_up() {
        Fix old = fix("DD31", SOHO, Instant.parse("2026-08-01T12:00:00Z"));
        tracks.keep(List.of(old));
        assertThat(tracks.track(new Callsign("DD31"), Instant.EPOCH, NINE)).containsExactly(old);
        assertThat(tracks.dropBefore(PositionTracks.day(NINE))).isEqualTo(1);
        assertThat(tracks.track(new Callsign("DD31"), Instant.EPOCH, NINE)).isEmpty();
    }

    @Test
    void a_report_beyond_its_limit_is_a_fault() {
        var positions = new PositionsInMemory(clock, tracks, new PositionKeeper(tracks, clock));
        var many = Collections.nCopies(UnitPositions.FIXES_MAX + 1, fix("EE31", SOHO, NINE));
        assertThatThrownBy(() -> positions.report(many)).isInstanceOf(IllegalArgumentException.class);
    }
}
