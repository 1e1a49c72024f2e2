package org.bluelamp.geography.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.geography.decide.Resolve.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;
import org.bluelamp.kernel.Coordinate;
import org.junit.jupiter.api.Test;

class ResolveTest {
    private static Place street(String name, String borough, int part, int score) {
        var area = new Area(
                AreaKind.BOROUGH, new AreaCode(borough), borough, Optional.empty(), "v", LocalDate.of(1965, 4, 1));
        return new Place(
                Place.Kind.STREET,
                name,
                Optional.empty(),
                Coordinate.ofDegrees(51.5, -0.1),
                Optional.of(area),
                Optional.empty(),
                part,
                score);
    }

    @Test
    void a_street_asked_letter_by_letter_in_one_borough_is_found_whatever_is_near() {
        Place asked = street("Rupert Street", "Westminster", 0, 1000);
        assertThat(decide(List.of(asked, street("Rupert Court", "Westminster", 0, 950))))
                .isEqualTo(new Resolution.Found(asked));
    }

    @Test
    void the_same_street_in_two_boroughs_is_a_choice_of_exactly_these() {
        List<Place> same = List.of(street("High Street", "Camden", 0, 1000), street("High Street", "Newham", 0, 1000));
        assertThat(decide(List.of(same.get(0), same.get(1), street("High Row", "Camden", 0, 700))))
                .isEqualTo(new Resolution.Choose(same));
    }

    @Test
    void far_parts_of_a_street_in_one_borough_are_a_choice() {
        List<Place> parts = List.of(street("Church Road", "Barnet", 1, 1000), street("Church Road", "Barnet", 2, 1000));
        assertThat(decide(parts)).isEqualTo(new Resolution.Choose(parts));
    }

    @Test
    void the_borough_that_was_said_decides_between_equals() {
        Place said = street("High Street", "Camden", 0, 1000);
        assertThat(decide(List.of(said, street("High Street", "Newham", 0, 600))))
                .isEqualTo(new Resolution.Found(said));
    }

    @Test
    void a_misspelt_name_well_ahead_is_found_and_one_that_is_not_is_a_choice() {
        Place near = street("Rupert Street", "Westminster", 0, 650);
        assertThat(decide(List.of(near, street("Rupert Court", "Westminster", 0, 500))))
                .isEqualTo(new Resolution.Found(near));
        List<Place> close = List.of(near, street("Upper Street", "Islington", 0, 600));
        assertThat(decide(close)).isEqualTo(new Resolution.Choose(close));
    }

    @Test
    void what_is_too_far_from_everything_is_unknown() {
        assertThat(decide(List.of(street("Rupert Street", "Westminster", 0, 399))))
                .isEqualTo(new Resolution.Unknown());
        assertThat(decide(List.of())).isEqualTo(new Resolution.Unknown());
    }

    @Test
    void one_place_is_never_found_while_an_equal_one_stands_beside_it() {
        long seed = 20261122L;
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            var places = new ArrayList<Place>();
            for (int n = random.nextInt(6); n >= 0; n--) {
                places.add(street(
                        random.nextBoolean() ? "High Street" : "Church Road",
                        "B" + random.nextInt(3),
                        random.nextInt(2),
                        300 + 100 * random.nextInt(8)));
            }
            places.sort(Comparator.comparingInt(place -> -place.score()));
            if (decide(places) instanceof Resolution.Found(Place found)) {
                assertThat(places.stream()
                                .filter(place -> place.score() == found.score())
                                .count())
                        .as("seed %d, case %d", seed, i)
                        .isEqualTo(1);
            }
        }
    }
}
