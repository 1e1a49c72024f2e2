package org.bluelamp.geography;

import java.util.List;

/// What the gazetteer answers when one place is wanted.
public sealed interface Resolution {

    /// There is one such place.
    record Found(Place place) implements Resolution {}

    /// There are several, the likeliest first: a person chooses.
    record Choose(List<Place> places) implements Resolution {
        public Choose {
            places = List.copyOf(places);
        }
    }

    /// Nothing the gazetteer knows comes near.
    record Unknown() implements Resolution {}
}
