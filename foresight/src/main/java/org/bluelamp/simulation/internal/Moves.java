package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitView;
import org.bluelamp.despatch.Fix;
import org.bluelamp.despatch.UnitPosition;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.kernel.TravelBy;

/// Where units are and go: along real roads to what they are sent to, and on patrol in between. Their radios report it.
/// What is remembered here is only how they go; after a restart they go on from where they were last known.
final class Moves {
    /// Charing Cross police station, where crews parade.
    static final Coordinate STATION = new Coordinate(51_509_300, -125_300);

    private static final String SOURCE = "radio";
    private static final String PATROL = "patrol";
    private static final Duration PATROL_PAUSE_MAX = Duration.ofMinutes(4);
    /// Steps of the world, from the first with a unit on, in which crews come on who were out before it began.
    private static final int STEPS_OF_BEGINNING = 150;

    /// A journey is never begun longer ago than this, so that nobody jumps after a restart.
    private static final Duration BEGUN_AGO_MAX = Duration.ofSeconds(30);

    private final Room room;
    private final Places places;
    private final long seed;
    private final Map<TourRef, Trip> trips = new HashMap<>();
    private int steps;
    private final Map<TourRef, Coordinate> last = new HashMap<>();

    Moves(Room room, Places places, long seed) {
        this.room = room;
        this.places = places;
        this.seed = seed;
    }

    Coordinate where(UnitView unit) {
        return last.computeIfAbsent(
                unit.unit(),
                tour -> room.positions()
                        .latest(tour.callsign())
                        .map(UnitPosition::fix)
                        .map(Fix::at)
                        .orElseGet(() -> begins(tour)));
    }

    /// Crews parade at the station; those of a world that has just begun are out on their beats.
    private Coordinate begins(TourRef tour) {
        return steps < STEPS_OF_BEGINNING
                ? places.any(Chance.of(seed, "begins " + tour)).at()
                : STATION;
    }

    /// Sets out to an incident, unless it has; whether it has arrived there. A place nobody knows takes eight minutes.
    boolean arrives(UnitView unit, IncidentView incident, Instant setsOutAt, Instant now) {
        String errand = incident.incident().toString();
        Coordinate place = incident.point();
        if (place == null) {
            return !setsOutAt.plus(Duration.ofMinutes(8)).isAfter(now);
        }
        Trip under = trips.get(unit.unit());
        if (under != null && under.errand().equals(errand)) {
            return under.over(now);
        }
        Instant earliest = now.minus(BEGUN_AGO_MAX);
        Instant start = setsOutAt.isBefore(earliest) ? earliest : setsOutAt;
        boolean urgent = incident.grade().code().equals("I");
        Trip trip = trip(errand, unit, place, start, Suited.by(unit.kind(), urgent ? 0 : 1));
        trips.put(unit.unit(), trip);
        return trip.over(now);
    }

    /// Goes on with its patrol, or begins another leg of it.
    void patrols(UnitView unit, Instant now) {
        Trip trip = trips.get(unit.unit());
        if (trip != null && trip.errand().equals(PATROL) && !trip.over(now)) {
            return;
        }
        Chance chance = Chance.of(seed, "patrol %s %s".formatted(unit.unit(), now));
        Duration pause = trip == null ? Duration.ZERO : chance.between(Duration.ZERO, PATROL_PAUSE_MAX);
        Coordinate to = places.any(chance).at();
        trips.put(unit.unit(), trip(PATROL, unit, to, now.plus(pause), Suited.by(unit.kind(), 1)));
    }

    /// Stays where it is.
    void stays(UnitView unit) {
        trips.remove(unit.unit());
    }

    private Trip trip(String errand, UnitView unit, Coordinate to, Instant start, TravelBy by) {
        return new Trip(errand, start, room.travel().route(where(unit), to, by));
    }

    /// Reports where everybody is, and forgets who is no longer on duty.
    void report(List<UnitView> units, Instant now) {
        steps += units.isEmpty() ? 0 : 1;
        Set<TourRef> onDuty = units.stream().map(UnitView::unit).collect(Collectors.toSet());
        trips.keySet().retainAll(onDuty);
        last.keySet().retainAll(onDuty);
        List<Fix> fixes = units.stream().map(unit -> fix(unit, now)).toList();
        if (!fixes.isEmpty()) {
            room.positions().report(fixes);
        }
    }

    private Fix fix(UnitView unit, Instant now) {
        Trip trip = trips.get(unit.unit());
        Coordinate at = trip == null ? where(unit) : trip.at(now);
        last.put(unit.unit(), at);
        return Fix.of(unit.callsign(), at, now, SOURCE);
    }

    static boolean moves(UnitStatus status) {
        return status == UnitStatus.AVAILABLE || status == UnitStatus.PATROLLING;
    }
}
