package org.bluelamp.despatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units.Reached;
import org.bluelamp.despatch.Fix;
import org.bluelamp.despatch.UnitPosition;
import org.bluelamp.despatch.UnitPositions;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.kernel.TravelBy;
import org.bluelamp.kernel.TravelTimes;
import org.junit.jupiter.api.Test;

class UnitReachTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:56:00Z");
    private static final Coordinate FIGHT = new Coordinate(51_511_400, -132_900);

    @Test
    void each_unit_gets_its_own_time_an_old_position_makes_it_an_estimate_and_none_makes_it_unknown() {
        var reach = new UnitReach(new Known(), new ByLatitude());

        assertThat(reach.to(FIGHT, List.of(unit("MP11"), unit("MP12"), unit("MP13"))))
                .containsExactly(
                        Optional.of(new Reached(Duration.ofSeconds(90), false, Duration.ofSeconds(4))),
                        Optional.empty(),
                        Optional.of(new Reached(Duration.ofSeconds(30), true, Duration.ofMinutes(5))));
    }

    private static UnitView unit(String callsign) {
        return new UnitView(
                TourRef.of("2026-11-22-%s-1".formatted(callsign)),
                "RESPONSE",
                null,
                List.of(),
                List.of(),
                UnitStatus.AVAILABLE,
                null,
                NOW,
                NOW.plus(Duration.ofHours(8)));
    }

    /// MP11 is known well, MP13 from five minutes ago, MP12 not at all.
    private static final class Known implements UnitPositions {
        @Override
        public Optional<UnitPosition> latest(Callsign unit) {
            return switch (unit.text()) {
                case "MP11" -> Optional.of(position(unit, 51_512_300, Duration.ofSeconds(4), false));
                case "MP13" -> Optional.of(position(unit, 51_511_700, Duration.ofMinutes(5), true));
                default -> Optional.empty();
            };
        }

        private static UnitPosition position(Callsign unit, int latitude, Duration age, boolean stale) {
            return new UnitPosition(
                    Fix.of(unit, new Coordinate(latitude, -132_900), NOW.minus(age), "vehicle"), age, stale);
        }

        @Override
        public Report report(List<Fix> fixes) {
            throw new IllegalStateException("Nobody reports here.");
        }

        @Override
        public List<UnitPosition> latest() {
            return List.of();
        }

        @Override
        public List<Fix> track(Callsign unit, Instant from, Instant until) {
            return List.of();
        }

        @Override
        public void forget(Callsign unit) {
            throw new IllegalStateException("Nobody books off here.");
        }
    }

    /// A tenth of a second for each microdegree of latitude.
    private static final class ByLatitude implements TravelTimes {
        @Override
        public List<Travel> to(Coordinate place, List<Coordinate> starts, TravelBy by) {
            return starts.stream()
                    .map(start -> new Travel(
                            Duration.ofMillis(
                                    100L * Math.abs(start.latitudeMicrodegrees() - place.latitudeMicrodegrees())),
                            100,
                            Basis.ROAD))
                    .toList();
        }

        @Override
        public Route route(Coordinate from, Coordinate to, TravelBy by) {
            throw new IllegalStateException("Nobody asks for a route here.");
        }

        @Override
        public Set<TravelBy> known() {
            return Set.of(TravelBy.BLUE_LIGHT_CAR);
        }
    }
}
