package org.bluelamp.geography;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.Coordinate;

/// The way in to boroughs, wards and police areas, and from a point to them.
///
/// Each kind has versions; on a day the version holds that is valid from the latest day not after it. A day before
/// the first version gets the first: the answer names its version and since when it holds, so the reader sees it.
public interface Areas {

    /// How far outside all areas a point may lie and still belong to the nearest, in metres: borders that were drawn
    /// or simplified one by one leave slivers between them that are nobody's.
    int SLIVER_METRES_MAX = 30;

    /// The area of this kind at a point on a day.
    ///
    /// A point on a shared border, or where two areas overlap, belongs to the lower code. A point in no area
    /// belongs to the nearest within `SLIVER_METRES_MAX`. Empty further out, and where none are loaded. A ward is
    /// sought in the borough of the point first, so that the two agree where their borders were drawn apart.
    Optional<Area> at(Coordinate point, AreaKind kind, LocalDate day);

    /// All areas of a kind on a day, by code.
    List<Area> all(AreaKind kind, LocalDate day);

    /// The boroughs of the version that is valid from the latest day, by code.
    List<Area> boroughs();

    /// The area with this code, in the latest version that has it.
    Optional<Area> find(AreaKind kind, AreaCode code);

    /// The outlines of one version as GeoJSON for a map, simplified to about 30 m with shared borders kept shared;
    /// properties `code` and `name`. Empty where the version is not loaded.
    Optional<String> outline(AreaKind kind, String version);
}
