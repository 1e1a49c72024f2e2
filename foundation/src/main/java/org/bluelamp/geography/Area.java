package org.bluelamp.geography;

import java.time.LocalDate;
import java.util.Optional;

/// An area on the map in one version of its boundaries. `within` is the borough a ward lies in; `validFrom` the day
/// from which this version of all areas of the kind holds.
public record Area(
        AreaKind kind, AreaCode code, String name, Optional<AreaCode> within, String version, LocalDate validFrom) {}
