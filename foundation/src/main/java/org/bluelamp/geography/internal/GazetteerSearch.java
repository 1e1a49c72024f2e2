package org.bluelamp.geography.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Areas;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;
import org.bluelamp.geography.decide.Resolve;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Coordinate;
import org.springframework.stereotype.Component;

/// Looks words up in the gazetteers that are loaded.
@Component
final class GazetteerSearch implements Gazetteer {
    private static final Comparator<Place> LIKELIEST_FIRST = Comparator.comparingInt((Place place) -> -place.score())
            .thenComparing(Place::kind, Comparator.reverseOrder())
            .thenComparing(Place::name)
            .thenComparing(Place::label)
            .thenComparingInt(Place::part);
    /// What is left of the score of a street in another borough, or far from the postcode, than was asked for.
    private static final int ELSEWHERE_PERCENT = 60;

    /// What is further behind the best than this is noise.
    private static final int WORTH_SHOWING_PERCENT = 55;

    /// Beside a street's name its postcode says where, not what.
    private static final int BESIDE_PERCENT = 80;

    private final Catalogue catalogue;
    private final Areas areas;
    private final ServiceClock clock;

    GazetteerSearch(Catalogue catalogue, Areas areas, ServiceClock clock) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.clock = clock;
    }

    @Override
    public Resolution resolve(String text) {
        return Resolve.decide(search(text, CANDIDATES_MAX));
    }

    @Override
    public List<Place> search(String text, int limit) {
        if (limit < 1 || limit > CANDIDATES_MAX) {
            throw new IllegalArgumentException("The limit (%d) must be from 1 to %d.".formatted(limit, CANDIDATES_MAX));
        }
        GazetteerIndex index = catalogue.gazetteer();
        String words = PlaceWords.shortened(text);
        var found = new ArrayList<Place>();
        for (GazetteerIndex.PostcodeHit hit : index.postcodes(words, limit)) {
            found.add(postcode(index, hit.at(), hit.score()));
        }
        if (found.isEmpty() || found.getFirst().score() < 1000) {
            streets(index, words, found);
        }
        found.sort(LIKELIEST_FIRST);
        int best = found.isEmpty() ? 0 : found.getFirst().score();
        return found.stream()
                .filter(place -> place.score() * 100 >= best * WORTH_SHOWING_PERCENT)
                .limit(limit)
                .map(this::withWard)
                .toList();
    }

    private void streets(GazetteerIndex index, String text, List<Place> found) {
        List<GazetteerIndex.StreetHit> asWritten = index.streets(text);
        PlaceWords words = PlaceWords.of(text, areas.boroughs());
        boolean exact = !asWritten.isEmpty() && asWritten.getFirst().score() == 1000;
        List<GazetteerIndex.StreetHit> hits = exact ? asWritten : index.streets(words.street());
        for (GazetteerIndex.StreetHit hit : hits) {
            found.add(exact ? street(index, hit) : weighed(street(index, hit), words));
        }
        if (!exact) {
            words.postcode()
                    .ifPresent(code -> index.postcodes(code, 1).stream()
                            .filter(hit -> hit.score() == 1000)
                            .forEach(hit -> found.add(postcode(index, hit.at(), hit.score() * BESIDE_PERCENT / 100))));
        }
    }

    private static Place weighed(Place place, PlaceWords words) {
        boolean otherBorough = words.borough()
                .filter(wanted -> place.borough()
                        .filter(area -> area.code().equals(wanted.code()))
                        .isEmpty())
                .isPresent();
        boolean otherPostcode = words.postcode()
                .filter(wanted -> place.postcode()
                        .filter(near -> sameOutward(near, wanted))
                        .isEmpty())
                .isPresent();
        return otherBorough || otherPostcode ? withScore(place, place.score() * ELSEWHERE_PERCENT / 100) : place;
    }

    /// Whether a postcode lies in the district that was asked for: `W1D 6DT` in `W1D`, `w1d6` and `W1D 6AA`.
    private static boolean sameOutward(String postcode, String wanted) {
        String outward = postcode.substring(0, postcode.indexOf(' '));
        return PostcodeKey.beginnings(wanted).stream()
                .anyMatch(beginning ->
                        PostcodeKey.text(beginning.from()).strip().split(" ")[0].equals(outward));
    }

    private static Place withScore(Place place, int score) {
        return new Place(
                place.kind(),
                place.name(),
                place.postcode(),
                place.at(),
                place.borough(),
                place.ward(),
                place.part(),
                score);
    }

    private Place street(GazetteerIndex index, GazetteerIndex.StreetHit hit) {
        Street street = hit.street();
        OptionalInt nearest = index.postcodes().nearest(street.latitude(), street.longitude());
        return new Place(
                Place.Kind.STREET,
                street.name(),
                nearest.isPresent() ? Optional.of(index.postcodes().text(nearest.getAsInt())) : Optional.empty(),
                new Coordinate(street.latitude(), street.longitude()),
                borough(street.borough(), street.latitude(), street.longitude()),
                Optional.empty(),
                street.part(),
                hit.score());
    }

    private Place postcode(GazetteerIndex index, int at, int score) {
        Postcodes postcodes = index.postcodes();
        String text = postcodes.text(at);
        return new Place(
                Place.Kind.POSTCODE,
                text,
                Optional.of(text),
                new Coordinate(postcodes.latitude(at), postcodes.longitude(at)),
                borough(postcodes.borough(at), postcodes.latitude(at), postcodes.longitude(at)),
                Optional.empty(),
                0,
                score);
    }

    private Optional<Area> borough(String code, int latitude, int longitude) {
        Optional<Area> named = code.isEmpty() ? Optional.empty() : areas.find(AreaKind.BOROUGH, new AreaCode(code));
        return named.or(() -> areas.at(new Coordinate(latitude, longitude), AreaKind.BOROUGH, today()));
    }

    private Place withWard(Place place) {
        return new Place(
                place.kind(),
                place.name(),
                place.postcode(),
                place.at(),
                place.borough(),
                areas.at(place.at(), AreaKind.WARD, today()),
                place.part(),
                place.score());
    }

    /// Boundaries change by the day, so the zone of the day is of no weight here.
    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    }
}
