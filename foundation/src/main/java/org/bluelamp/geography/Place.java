package org.bluelamp.geography;

import java.util.Optional;
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
}
