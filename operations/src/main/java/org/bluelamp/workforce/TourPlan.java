package org.bluelamp.workforce;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.people.UnitCode;

/// What a tour is to be: its kind (policy `unit-kinds`), the borough it serves (none for the whole service), the
/// command
/// unit it belongs to, from when until when, its vehicle and what it is equipped with.
public record TourPlan(
        String kind,
        Optional<BoroughCode> borough,
        UnitCode commandUnit,
        Instant from,
        Instant until,
        Optional<String> vehicle,
        Set<String> equipment) {
    /// The longest a tour is planned for.
    public static final Duration LENGTH_MAX = Duration.ofHours(18);

    /// The most pieces of equipment named, and the longest name of one, as of a vehicle. Units: characters.
    public static final int EQUIPMENT_MAX = 20;

    public static final int WORD_CHARACTERS_MAX = 40;

    public TourPlan {
        equipment = Set.copyOf(equipment);
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(LENGTH_MAX) > 0) {
            throw new IllegalArgumentException("A tour ends after it begins and within %d hours (%s to %s)."
                    .formatted(LENGTH_MAX.toHours(), from, until));
        }
        if (equipment.size() > EQUIPMENT_MAX
                || equipment.stream().anyMatch(word -> !word.matches("[A-Z][A-Z0-9_]{0,39}"))) {
            throw new IllegalArgumentException(
                    "A tour has at most %d pieces of equipment, words such as BODY_WORN_VIDEO."
                            .formatted(EQUIPMENT_MAX));
        }
        if (vehicle.filter(word -> word.isBlank() || word.length() > WORD_CHARACTERS_MAX)
                .isPresent()) {
            throw new IllegalArgumentException("A vehicle has 1 to %d characters.".formatted(WORD_CHARACTERS_MAX));
        }
    }
}
