package org.bluelamp.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Areas;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;
import org.bluelamp.kernel.Coordinate;

/// A gazetteer of two boroughs: Rupert Street is in Westminster, Church Street in both.
public class TwoBoroughs implements Gazetteer, Areas {
    static final Area WESTMINSTER = area(AreaKind.BOROUGH, "E09000033", "Westminster", Optional.empty());
    static final Area CAMDEN = area(AreaKind.BOROUGH, "E09000007", "Camden", Optional.empty());
    static final Area WEST_END = area(AreaKind.WARD, "E05013808", "West End", Optional.of(WESTMINSTER.code()));
    private static final List<Place> PLACES = List.of(
            new Place(
                    Place.Kind.STREET,
                    "Rupert Street",
                    Optional.of("W1D 6DD"),
                    new Coordinate(51_511_400, -132_900),
                    Optional.of(WESTMINSTER),
                    Optional.of(WEST_END),
                    0,
                    1_000),
            street("Church Street", 51_525_600, -170_100, WESTMINSTER),
            street("Church Street", 51_541_000, -143_000, CAMDEN));

    private static Area area(AreaKind kind, String code, String name, Optional<AreaCode> within) {
        return new Area(kind, new AreaCode(code), name, within, "2022-05", LocalDate.of(2022, 5, 5));
    }

    private static Place street(String name, int latitude, int longitude, Area borough) {
        return new Place(
                Place.Kind.STREET,
                name,
                Optional.empty(),
                new Coordinate(latitude, longitude),
                Optional.of(borough),
                Optional.empty(),
                0,
                1_000);
    }

    @Override
    public List<Place> search(String text, int limit) {
        String words = text.toLowerCase(Locale.UK);
        return PLACES.stream()
                .filter(place -> place.name().toLowerCase(Locale.UK).startsWith(words)
                        || words.contains(place.name().toLowerCase(Locale.UK)))
                .limit(limit)
                .toList();
    }

    @Override
    public Resolution resolve(String text) {
        List<Place> found = PLACES.stream()
                .filter(place ->
                        text.toLowerCase(Locale.UK).contains(place.name().toLowerCase(Locale.UK)))
                .toList();
        return switch (found.size()) {
            case 0 -> new Resolution.Unknown();
            case 1 -> new Resolution.Found(found.getFirst());
            default -> new Resolution.Choose(found);
        };
    }

    @Override
    public Optional<Area> at(Coordinate point, AreaKind kind, LocalDate day) {
        return Optional.empty();
    }

    @Override
    public List<Area> all(AreaKind kind, LocalDate day) {
        return Stream.of(WESTMINSTER, CAMDEN, WEST_END)
                .filter(area -> area.kind() == kind)
                .toList();
    }

    @Override
    public List<Area> boroughs() {
        return List.of(CAMDEN, WESTMINSTER);
    }

    @Override
    public Optional<Area> find(AreaKind kind, AreaCode code) {
        return Stream.of(WESTMINSTER, CAMDEN, WEST_END)
                .filter(area -> area.kind() == kind && area.code().equals(code))
                .findFirst();
    }

    @Override
    public Optional<String> outline(AreaKind kind, String version) {
        return Optional.empty();
    }
}
