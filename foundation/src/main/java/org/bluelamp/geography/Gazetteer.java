package org.bluelamp.geography;

import java.util.List;

/// The way in from words to places: postcodes and streets, misspelt or not.
public interface Gazetteer {

    /// The longest text that is looked up, in characters; the rest is not read.
    int TEXT_CHARACTERS_MAX = 200;

    /// The most candidates one search answers.
    int CANDIDATES_MAX = 50;

    /// The places that come nearest to the words, the likeliest first, at most `limit` (1 to `CANDIDATES_MAX`).
    /// Words may hold a house number, a borough (`High Street, Camden`) or a postcode or the beginning of one.
    List<Place> search(String text, int limit);

    /// One place, a choice, or none. The same street in several boroughs, or in parts of one that are far from each
    /// other, is always a choice.
    Resolution resolve(String text);
}
