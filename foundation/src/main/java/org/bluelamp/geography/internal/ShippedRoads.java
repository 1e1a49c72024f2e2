package org.bluelamp.geography.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The roads of central London that are shipped with the program; where they come from is in PROVENANCE.md beside them.
final class ShippedRoads {
    static final String LABEL = "openstreetmap-central-london";

    static final String LICENCE = "Open Database Licence 1.0. © OpenStreetMap contributors";

    /// The newer first: where both have a road, it is taken from this one.
    static final List<String> FILES =
            List.of("westminster-city-drive-2024-02.osm.pbf", "central-london-bloomsbury-2023-03.osm.pbf");

    private ShippedRoads() {}

    /// The graph in a folder of imports, imported first where it is not there.
    static RoadGraph graph(Path imports, RoadProfiles profiles) throws IOException {
        return new RoadFolder(imports, profiles).graph(extracts());
    }

    static List<byte[]> extracts() throws IOException {
        var extracts = new ArrayList<byte[]>();
        for (String file : FILES) {
            try (InputStream in = ShippedRoads.class.getResourceAsStream("/roads/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("The program lacks its file (roads/%s).".formatted(file));
                }
                extracts.add(in.readAllBytes());
            }
        }
        return extracts;
    }
}
