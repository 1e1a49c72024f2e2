package org.bluelamp.contact;

import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.jspecify.annotations.Nullable;

/// Where somebody says it is, after the gazetteer was asked. `words` may lead to a home and are personal;
/// `locality` is the street or postcode district only. `candidates` counts the places the words may mean: 1 where
/// one was found or chosen, more where nobody has chosen, 0 where the gazetteer knows none.
public record PlaceTold(
        String words,
        @Nullable String locality,
        @Nullable Coordinate point,
        @Nullable BoroughCode borough,
        @Nullable String ward,
        @Nullable String areas,
        int candidates) {

    /// Words the gazetteer does not know.
    public static PlaceTold described(String words) {
        return new PlaceTold(words, null, null, null, null, null, 0);
    }

    /// Whether the words mean several places and nobody has chosen.
    public boolean undecided() {
        return candidates > 1;
    }

    @Override
    public String toString() {
        return "PlaceTold[%s, %s, %d candidates]".formatted(locality, borough, candidates);
    }
}
