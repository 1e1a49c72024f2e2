package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;

/// What officers do and how long it takes them. Everything follows from the seed, the tour and the incident, so that
/// nothing has to be remembered.
final class OfficerModel {
    /// How long a meal break is.
    static final Duration MEAL = Duration.ofMinutes(45);

    private static final Duration MEAL_NOT_WITHIN = Duration.ofHours(2);
    private static final double SCENE_SPREAD = 1.7;
    private static final Scene USUAL =
            new Scene(Duration.ofMinutes(20), 1, java.util.List.of("NO_OFFENCE"), new int[] {1});

    private final long seed;
    private final Map<String, Scene> scenes;

    OfficerModel(long seed, Map<String, Scene> scenes) {
        this.seed = seed;
        this.scenes = Map.copyOf(scenes);
    }

    Scene scene(String type) {
        return scenes.getOrDefault(type, USUAL);
    }

    /// From being sent until the crew says so on the radio or the terminal.
    Duration acknowledgesAfter(TourRef tour, IncidentRef incident) {
        return chance("acknowledge", tour, incident).around(Duration.ofSeconds(12), 1.8);
    }

    /// From acknowledging until the car moves.
    Duration setsOutAfter(TourRef tour, IncidentRef incident) {
        return chance("set out", tour, incident).around(Duration.ofSeconds(25), 1.6);
    }

    /// From arriving until there is nothing more to do there.
    Duration staysFor(TourRef tour, IncidentRef incident, String type) {
        return chance("stay", tour, incident).around(scene(type).median(), SCENE_SPREAD);
    }

    /// How it ended; the same whoever is asked.
    String result(IncidentRef incident, String type) {
        return scene(type).result(Chance.of(seed, "result " + incident));
    }

    /// After the beginning of a tour until its crew is on, and after its end until it is off.
    Duration bookedOnAfter(TourRef tour) {
        return Chance.of(seed, "on " + tour).between(Duration.ofSeconds(-600), Duration.ofSeconds(240));
    }

    Duration bookedOffAfter(TourRef tour) {
        return Chance.of(seed, "off " + tour).between(Duration.ofSeconds(-120), Duration.ofSeconds(420));
    }

    /// When a crew would like its meal: somewhere in the middle of the tour; none in a short one.
    Optional<Instant> mealAt(TourRef tour, Instant from, Instant until) {
        Instant earliest = from.plus(MEAL_NOT_WITHIN);
        Instant latest = until.minus(MEAL_NOT_WITHIN).minus(MEAL);
        return latest.isBefore(earliest)
                ? Optional.empty()
                : Optional.of(earliest.plus(
                        Chance.of(seed, "meal " + tour).between(Duration.ZERO, Duration.between(earliest, latest))));
    }

    private Chance chance(String what, TourRef tour, IncidentRef incident) {
        return Chance.of(seed, what + " " + tour + " " + incident);
    }
}
