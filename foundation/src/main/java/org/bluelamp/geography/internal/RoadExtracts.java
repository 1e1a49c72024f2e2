package org.bluelamp.geography.internal;

import crosby.binary.Osmformat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes the roads of one or several OpenStreetMap extracts as one OpenStreetMap XML file, which the road library
/// reads: so several extracts become one graph, joined at the nodes they share, and only roads are read twice.
///
/// A way that two extracts have is taken from the first of them, where that one has both its ends.
final class RoadExtracts {
    private static final String WAY_IDS_TAG = "osm_source_ids";
    private static final int CHARACTERS_KEPT = 255;

    /// A road before its nodes are known.
    private record Road(long id, long[] nodes, Map<String, String> tags) {}

    private RoadExtracts() {}

    /// How many roads were written.
    ///
    /// Errors: `IOException` for bytes that are no extract or break off, or where it cannot be written.
    static int write(List<byte[]> extracts, Writer out) throws IOException {
        var roads = new ArrayList<Road>();
        var seen = new Seen();
        for (byte[] extract : extracts) {
            var ways = new Ways();
            OsmBlocks.read(extract, ways);
            ways.roads.stream().filter(seen::isNew).forEach(roads::add);
            ways.roads.forEach(seen::add);
        }
        long[] wanted = roads.stream()
                .flatMapToLong(road -> Arrays.stream(road.nodes()))
                .sorted()
                .distinct()
                .toArray();
        try {
            out.write("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
            var nodes = new Nodes(wanted, out);
            for (byte[] extract : extracts) {
                OsmBlocks.read(extract, nodes);
            }
            for (Road road : roads) {
                write(road, nodes, out);
            }
            out.write("</osm>\n");
        } catch (UncheckedIOException torn) {
            throw new IOException(torn.getMessage(), torn);
        }
        return roads.size();
    }

    private static void write(Road road, Nodes nodes, Writer out) throws IOException {
        out.write("<way id=\"%d\">".formatted(road.id()));
        for (long node : road.nodes()) {
            if (nodes.has(node)) {
                out.write("<nd ref=\"%d\"/>".formatted(node));
            }
        }
        write(road.tags(), out);
        out.write("</way>\n");
    }

    private static void write(Map<String, String> tags, Writer out) throws IOException {
        for (var tag : tags.entrySet()) {
            out.write("<tag k=\"%s\" v=\"%s\"/>".formatted(escaped(tag.getKey()), escaped(tag.getValue())));
        }
    }

    private static String escaped(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().limit(CHARACTERS_KEPT).forEach(point -> {
            switch (point) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
            }
        });
        return out.toString();
    }

    /// The ways and nodes of the extracts before.
    private static final class Seen {
        private final Set<Long> ways = new HashSet<>();
        private final Set<Long> nodes = new HashSet<>();

        boolean isNew(Road road) {
            return !ways.contains(road.id())
                    || !nodes.contains(road.nodes()[0])
                    || !nodes.contains(road.nodes()[road.nodes().length - 1]);
        }

        void add(Road road) {
            ways.add(road.id());
            for (String id : road.tags().getOrDefault(WAY_IDS_TAG, "").split("[^0-9]+")) {
                if (!id.isEmpty() && id.length() < 19) {
                    ways.add(Long.parseLong(id));
                }
            }
            Arrays.stream(road.nodes()).forEach(nodes::add);
        }
    }

    private static final class Ways extends OsmBlocks {
        final List<Road> roads = new ArrayList<>();

        @Override
        protected void parseWays(List<Osmformat.Way> ways) {
            for (Osmformat.Way way : ways) {
                var tags = new TreeMap<String, String>();
                for (int i = 0; i < way.getKeysCount(); i++) {
                    tags.put(getStringById(way.getKeys(i)), getStringById(way.getVals(i)));
                }
                if (tags.containsKey("highway") && way.getRefsCount() > 1) {
                    roads.add(new Road(way.getId(), nodes(way), tags));
                }
            }
        }

        private static long[] nodes(Osmformat.Way way) {
            var nodes = new long[way.getRefsCount()];
            long node = 0;
            for (int i = 0; i < nodes.length; i++) {
                node += way.getRefs(i);
                nodes[i] = node;
            }
            return nodes;
        }
    }

    private static final class Nodes extends OsmBlocks {
        private final long[] wanted;
        private final BitSet written = new BitSet();
        private final Writer out;

        Nodes(long[] wanted, Writer out) {
            this.wanted = wanted;
            this.out = out;
        }

        boolean has(long node) {
            int at = Arrays.binarySearch(wanted, node);
            return at >= 0 && written.get(at);
        }

        @Override
        protected void parseNodes(List<Osmformat.Node> nodes) {
            for (Osmformat.Node node : nodes) {
                var tags = new TreeMap<String, String>();
                for (int i = 0; i < node.getKeysCount(); i++) {
                    tags.put(getStringById(node.getKeys(i)), getStringById(node.getVals(i)));
                }
                take(node.getId(), parseLat(node.getLat()), parseLon(node.getLon()), tags);
            }
        }

        @Override
        protected void parseDense(Osmformat.DenseNodes nodes) {
            long id = 0;
            long latitude = 0;
            long longitude = 0;
            int word = 0;
            for (int i = 0; i < nodes.getIdCount(); i++) {
                id += nodes.getId(i);
                latitude += nodes.getLat(i);
                longitude += nodes.getLon(i);
                var tags = new TreeMap<String, String>();
                while (word < nodes.getKeysValsCount() && nodes.getKeysVals(word) != 0) {
                    tags.put(getStringById(nodes.getKeysVals(word)), getStringById(nodes.getKeysVals(word + 1)));
                    word += 2;
                }
                word++;
                take(id, parseLat(latitude), parseLon(longitude), tags);
            }
        }

        private void take(long id, double latitude, double longitude, Map<String, String> tags) {
            int at = Arrays.binarySearch(wanted, id);
            if (at < 0 || written.get(at) || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
                return;
            }
            written.set(at);
            try {
                out.write("<node id=\"%d\" lat=\"%s\" lon=\"%s\">".formatted(id, latitude, longitude));
                RoadExtracts.write(tags, out);
                out.write("</node>\n");
            } catch (IOException torn) {
                throw new UncheckedIOException(torn);
            }
        }
    }
}
