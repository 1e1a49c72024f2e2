package org.bluelamp.geography.internal;

import java.util.Optional;
import org.bluelamp.geography.AreaCode;
import org.locationtech.jts.geom.Geometry;

/// One area of a file: its code, name, the area it lies in where the file says so, and its boundary.
record AreaShape(AreaCode code, String name, Optional<AreaCode> within, Geometry shape) {}
