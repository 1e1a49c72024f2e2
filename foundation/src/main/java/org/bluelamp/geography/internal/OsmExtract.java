package org.bluelamp.geography.internal;

import crosby.binary.Osmformat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.Coordinate;

/// Reads the named ways of an OpenStreetMap extract, twice over: first the ways, then only the nodes they use.
final class OsmExtract {
    /// What is tagged a highway but is no street.
    private static final Set<String> NO_STREET = Set.of(
            "proposed",
            "construction",
            "abandoned",
            "razed",
            "elevator",
            "platform",
            "rest_area",
            "services",
            "raceway",
            "corridor",
            "bus_stop",
            "bus_guideway");

    /// A named way and where it runs, in its order.
    record Way(String name, List<Coordinate> points) {}

    /// A way before its nodes are known.
    private record Draft(String name, long[] nodes) {}

    private OsmExtract() {}

    /// The named ways of an extract.
    ///
    /// Errors: empty with a fault for bytes that are no such extract or break off.
    static Optional<List<Way>> ways(byte[] pbf, Faults faults) {
        var ways = new Ways();
        var nodes = new Nodes();
        try {
            OsmBlocks.read(pbf, ways);
            ways.drafts.forEach(draft -> java.util.Arrays.stream(draft.nodes()).forEach(nodes::want));
            OsmBlocks.read(pbf, nodes);
        } catch (IOException | IndexOutOfBoundsException torn) {
            faults.refused(
                    Rule.NOT_PBF,
                    0,
                    0,
                    "block %d".formatted(Math.max(ways.blocks, nodes.blocks)),
                    "The file is not an OpenStreetMap extract (.osm.pbf) or breaks off. %s."
                            .formatted(torn.getMessage()));
            return Optional.empty();
        }
        return Optional.of(ways.drafts.stream()
                .map(draft -> new Way(draft.name(), nodes.along(draft.nodes())))
                .filter(way -> !way.points().isEmpty())
                .toList());
    }

    private static final class Ways extends OsmBlocks {
        final List<Draft> drafts = new ArrayList<>();

        @Override
        protected void parseWays(List<Osmformat.Way> ways) {
            for (Osmformat.Way way : ways) {
                Optional<String> name = tag(way, "name").filter(text -> text.length() <= Streets.NAME_CHARACTERS_MAX);
                boolean street = tag(way, "highway")
                        .filter(kind -> !NO_STREET.contains(kind))
                        .isPresent();
                if (name.isPresent() && street) {
                    var nodes = new long[way.getRefsCount()];
                    long node = 0;
                    for (int i = 0; i < nodes.length; i++) {
                        node += way.getRefs(i);
                        nodes[i] = node;
                    }
                    for (String one : name.get().split(";")) { // two streets that were drawn as one way
                        drafts.add(new Draft(one.strip(), nodes));
                    }
                }
            }
        }

        private Optional<String> tag(Osmformat.Way way, String wanted) {
            for (int i = 0; i < way.getKeysCount(); i++) {
                if (getStringById(way.getKeys(i)).equals(wanted)) {
                    return Optional.of(getStringById(way.getVals(i)));
                }
            }
            return Optional.empty();
        }
    }

    private static final class Nodes extends OsmBlocks {
        private final Map<Long, Optional<Coordinate>> places = new HashMap<>();

        void want(long node) {
            places.put(node, Optional.empty());
        }

        @Override
        protected void parseNodes(List<Osmformat.Node> nodes) {
            nodes.forEach(node -> place(node.getId(), node.getLat(), node.getLon()));
        }

        @Override
        protected void parseDense(Osmformat.DenseNodes nodes) {
            long id = 0;
            long latitude = 0;
            long longitude = 0;
            for (int i = 0; i < nodes.getIdCount(); i++) {
                id += nodes.getId(i);
                latitude += nodes.getLat(i);
                longitude += nodes.getLon(i);
                place(id, latitude, longitude);
            }
        }

        private void place(long id, long latitude, long longitude) {
            double north = parseLat(latitude);
            double east = parseLon(longitude);
            if (places.containsKey(id) && Math.abs(north) <= 90 && Math.abs(east) <= 180) {
                places.put(id, Optional.of(Coordinate.ofDegrees(north, east)));
            }
        }

        List<Coordinate> along(long[] nodes) {
            return java.util.Arrays.stream(nodes)
                    .mapToObj(node -> places.getOrDefault(node, Optional.empty()))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
