package org.bluelamp.contact.internal;

import java.util.List;
import java.util.Optional;
import org.bluelamp.contact.PlaceTold;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;
import org.springframework.stereotype.Component;

/// From what a caller says to a place, with what somebody chose between the candidates.
@Component
class ContactPlaces {
    /// As many as the candidates of the control room's own form offers.
    private static final int OFFERED_MAX = 7;

    private static final int CHARACTERS_MIN = 3;

    private final Gazetteer gazetteer;

    ContactPlaces(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    PlaceTold told(String words, String chosen) {
        String said = words.strip();
        if (said.length() < CHARACTERS_MIN) {
            return PlaceTold.described(said);
        }
        Resolution resolution = gazetteer.resolve(said);
        Optional<Place> picked = chosen.isEmpty()
                ? Optional.empty()
                : offered(said, resolution).stream()
                        .filter(place -> place.mark().equals(chosen))
                        .findFirst();
        return picked.map(place -> located(said, place)).orElseGet(() -> switch (resolution) {
            case Resolution.Found found -> located(said, found.place());
            case Resolution.Choose choose ->
                new PlaceTold(
                        said, null, null, null, null, null, choose.places().size());
            case Resolution.Unknown _ -> PlaceTold.described(said);
        });
    }

    private List<Place> offered(String words, Resolution resolution) {
        return switch (resolution) {
            case Resolution.Choose choose -> choose.places();
            case Resolution.Found found -> List.of(found.place());
            case Resolution.Unknown _ -> gazetteer.search(words, OFFERED_MAX);
        };
    }

    private static PlaceTold located(String words, Place place) {
        return new PlaceTold(
                words,
                place.locality(),
                place.at(),
                place.boroughCode().orElse(null),
                place.wardCode().orElse(null),
                place.boundaries().orElse(null),
                1);
    }
}
