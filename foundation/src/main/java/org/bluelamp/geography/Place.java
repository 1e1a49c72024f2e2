package org.bluelamp.geography;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;

/// A place the gazetteer knows: a street in one borough, or a postcode.
///
/// Units: `score` in thousandths, 1000 for what was asked letter by letter. `postcode` is the unit itself, or the
/// nearest one to a street's representative point. `part` counts from 1 where a borough has the street in parts
/// far from each other, else 0.
public record Place(
        Kind kind,
        String name,
        Optional<String> postcode,
        Coordinate at,
        Optional<Area> borough,
        Optional<Area> ward,
        int part,
        int score) {

    public enum Kind {
        STREET,
        POSTCODE
    }

    /// The name with its borough, e.g. `Church Street, Westminster`.
    public String label() {
        return borough.map(area -> name + ", " + area.name()).orElse(name);
    }

    /// The street, or the district of a postcode, with ward and borough: fit for a list on a wall, since nothing in it
    /// leads to one door.
    public String locality() {
        String street = switch (kind) {
            case STREET -> name;
            case POSTCODE -> name.replaceFirst("\\s*\\d[A-Z]{2}$", "");
        };
        return Stream.of(
                        Stream.of(street),
                        ward.stream().map(Area::name),
                        borough.stream().map(Area::name))
                .flatMap(names -> names)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// What tells one candidate from another in a form: its point, `latitude,longitude` in microdegrees.
    public String mark() {
        return at.latitudeMicrodegrees() + "," + at.longitudeMicrodegrees();
    }

    public Optional<BoroughCode> boroughCode() {
        return borough.map(area -> new BoroughCode(area.code().text()));
    }

    public Optional<String> wardCode() {
        return ward.map(area -> area.code().text());
    }

    /// The version of the boundaries that gave the ward, or else the borough.
    public Optional<String> boundaries() {
        return ward.or(() -> borough).map(Area::version);
    }
}
