package org.bluelamp.control.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.control.PlaceGiven;
import org.bluelamp.control.web.IncidentScreens.Candidate;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;
import org.springframework.stereotype.Component;

/// From what a caller says to a place: the gazetteer's candidates, and what a form decided between them.
@Component
class Places {
    /// The most candidates offered at once; one reads them while somebody speaks.
    static final int OFFERED_MAX = 7;

    /// The most characters looked up.
    static final int TYPED_MAX = PlaceGiven.WORDS_MAX;

    /// The fewest characters worth a search.
    static final int CHARACTERS_MIN = 3;

    private final Gazetteer gazetteer;

    Places(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<Candidate> candidates(String words, String chosen) {
        return offered(words).stream()
                .map(place -> new Candidate(
                        place.mark(), place.label(), area(place), place.mark().equals(chosen)))
                .toList();
    }

    /// What the words mean; `chosen` is the id of the candidate somebody chose, or empty.
    PlaceGiven given(String words, String chosen) {
        String said = words.strip();
        if (said.length() < CHARACTERS_MIN) {
            return new PlaceGiven.Described(said);
        }
        Optional<Place> picked = offered(said).stream()
                .filter(place -> place.mark().equals(chosen))
                .findFirst();
        return picked.<PlaceGiven>map(place -> located(said, place)).orElseGet(() -> switch (gazetteer.resolve(said)) {
            case Resolution.Found found -> located(said, found.place());
            case Resolution.Choose choose ->
                new PlaceGiven.Undecided(said, choose.places().size());
            case Resolution.Unknown _ -> new PlaceGiven.Described(said);
        });
    }

    /// What the form offers: the choice the gazetteer wants made, else whatever comes near.
    private List<Place> offered(String words) {
        String said = words.strip();
        if (said.length() < CHARACTERS_MIN) {
            return List.of();
        }
        List<Place> places = switch (gazetteer.resolve(said)) {
            case Resolution.Choose choose -> choose.places();
            case Resolution.Found found -> List.of(found.place());
            case Resolution.Unknown _ -> gazetteer.search(said, OFFERED_MAX);
        };
        return places.stream().limit(OFFERED_MAX).toList();
    }

    private static PlaceGiven located(String words, Place place) {
        return new PlaceGiven.Located(
                words,
                place.locality(),
                place.at(),
                place.boroughCode().orElse(null),
                place.wardCode().orElse(null),
                place.boundaries().orElse(null));
    }

    private static String area(Place place) {
        return Stream.concat(place.ward().stream().map(Area::name), place.postcode().stream())
                .collect(Collectors.joining(" · "));
    }
}
