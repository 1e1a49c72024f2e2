package org.bluelamp.control;

import java.util.List;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.jspecify.annotations.Nullable;

/// Where somebody says an incident is, after the gazetteer was asked.
///
/// Units: `words` has at most `WORDS_MAX` characters. `words` may lead to a home and is treated as personal;
/// `locality` is the street or postcode district only, fit for a list on a wall.
public sealed interface PlaceGiven {
    int WORDS_MAX = 200;

    String words();

    /// The gazetteer knows it, in one borough or because a candidate was chosen. `areas` names the version of the
    /// boundaries that gave borough and ward; the ward is missing where no boundaries of wards are loaded. `near`
    /// are the boroughs whose border is so near that they see it too.
    record Located(
            String words,
            String locality,
            Coordinate point,
            @Nullable BoroughCode borough,
            @Nullable String ward,
            @Nullable String areas,
            List<BoroughCode> near)
            implements PlaceGiven {
        public Located {
            near = List.copyOf(near);
        }

        public Located(
                String words,
                String locality,
                Coordinate point,
                @Nullable BoroughCode borough,
                @Nullable String ward,
                @Nullable String areas) {
            this(words, locality, point, borough, ward, areas, List.of());
        }
    }

    /// The gazetteer does not know it; the words are all there is, and the incident is opened all the same.
    record Described(String words) implements PlaceGiven {}

    /// The gazetteer knows it in several places and nobody has said which.
    record Undecided(String words, int candidates) implements PlaceGiven {}
}
