package org.bluelamp.geography;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.Coordinate;

/// The way in for loading roads, and what is loaded; how long it takes to go by them is `TravelTimes` in the kernel.
public interface Roads {
    /// The levels of detail of the lines for maps: level 10 has main roads only, 14 every road.
    int TILE_ZOOM_MIN = 10;

    int TILE_ZOOM_MAX = 14;

    /// What is loaded; empty while it is still being opened, and where nothing is.
    Optional<Loaded> loaded();

    /// Imports an OpenStreetMap extract (`.osm.pbf`) and goes by its roads from then on; what was loaded before is no
    /// longer gone by.
    Outcome load(ReferenceFile extract);

    /// The lines of one map tile (slippy map numbers) as GeoJSON, properties `class` and `name`; lines reach over its
    /// edge. Empty where no roads are loaded, or for a level there is not.
    Optional<String> tile(int zoom, int column, int row);

    /// One set of roads. `version` names it for caches, the corners bound it, `took` is how long it was opened for.
    record Loaded(
            String label,
            List<String> files,
            String licence,
            String version,
            int junctions,
            int roads,
            Coordinate southWest,
            Coordinate northEast,
            Duration took) {
        public Loaded {
            files = List.copyOf(files);
        }
    }

    /// What became of an extract.
    sealed interface Outcome {
        record Taken(Loaded loaded) implements Outcome {}

        /// It cannot be gone by, and why; what was loaded before stays.
        record Refused(String sentence) implements Outcome {}
    }
}
