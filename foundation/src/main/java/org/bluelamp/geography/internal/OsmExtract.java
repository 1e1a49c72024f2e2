package org.bluelamp.geography.internal;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import crosby.binary.file.FileBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final Set<String> FEATURES_KNOWN = Set.of("OsmSchema-V0.6", "DenseNodes", "HistoricalInformation");

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
            read(pbf, ways);
            ways.drafts.forEach(draft -> java.util.Arrays.stream(draft.nodes()).forEach(nodes::want));
            read(pbf, nodes);
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

    private static void read(byte[] pbf, Blocks into) throws IOException {
        try (var in = new BlockInputStream(new ByteArrayInputStream(pbf), into)) {
            in.process();
        } catch (UncheckedIOException torn) {
            throw new IOException(torn.getMessage(), torn);
        }
        if (into.blocks == 0) {
            throw new IOException("It holds nothing");
        }
    }

    /// The blocks of a file, one after the other.
    private abstract static class Blocks extends BinaryParser {
        int blocks;

        @Override
        public void handleBlock(FileBlock block) {
            blocks++;
            try {
                switch (block.getType()) {
                    case "OSMHeader" -> parse(Osmformat.HeaderBlock.parseFrom(block.getData()));
                    case "OSMData" -> parse(Osmformat.PrimitiveBlock.parseFrom(block.getData()));
                    default -> {} // the format lets readers pass over kinds of block they do not know
                }
            } catch (IOException torn) {
                throw new UncheckedIOException(torn);
            }
        }

        @Override
        protected void parse(Osmformat.HeaderBlock header) {
            header.getRequiredFeaturesList().stream()
                    .filter(feature -> !FEATURES_KNOWN.contains(feature))
                    .findFirst()
                    .ifPresent(feature -> {
                        throw new UncheckedIOException(new IOException("It needs the feature (%s)".formatted(feature)));
                    });
        }

        @Override
        protected void parseRelations(List<Osmformat.Relation> relations) {}

        @Override
        protected void parseWays(List<Osmformat.Way> ways) {}

        @Override
        protected void parseNodes(List<Osmformat.Node> nodes) {}

        @Override
        protected void parseDense(Osmformat.DenseNodes nodes) {}

        @Override
        public void complete() {}
    }

    private static final class Ways extends Blocks {
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

    private static final class Nodes extends Blocks {
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
