package org.bluelamp.contact.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.contact.PlaceTold;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;
import org.bluelamp.kernel.BoroughCode;
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
                        .filter(place -> id(place).equals(chosen))
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
                locality(place),
                place.at(),
                place.borough().map(area -> new BoroughCode(area.code().text())).orElse(null),
                place.ward().map(area -> area.code().text()).orElse(null),
                Stream.concat(place.ward().stream(), place.borough().stream())
                        .map(Area::version)
                        .findFirst()
                        .orElse(null),
                1);
    }

    /// The street, or the district of a postcode, with ward and borough: nothing that leads to one door.
    private static String locality(Place place) {
        String street = switch (place.kind()) {
            case STREET -> place.name();
            case POSTCODE -> place.name().replaceFirst("\\s*\\d[A-Z]{2}$", "");
        };
        return Stream.of(
                        Stream.of(street),
                        place.ward().stream().map(Area::name),
                        place.borough().stream().map(Area::name))
                .flatMap(names -> names)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String id(Place place) {
        return place.at().latitudeMicrodegrees() + "," + place.at().longitudeMicrodegrees();
    }
}
