package org.bluelamp.geography.internal;

import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bluelamp.geography.Roads;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import tools.jackson.core.io.JsonStringEncoder;

/// The roads as lines for maps, found by map tile; fewer and plainer ones further out.
final class RoadLines {
    /// The most lines of one tile; where more lie in it, the lesser roads are left out.
    static final int LINES_MAX = 6_000;

    private static final double DETAIL_DEGREES = 0.000_03;
    private static final double SMALLEST_DEGREES_AT_14 = 0.000_05;

    private final STRtree tree = new STRtree();

    /// One road between two junctions.
    private record Line(String name, Kind kind, LineString way) {}

    /// How a map tells roads apart.
    enum Kind {
        MAIN(10),
        MIDDLE(11),
        STREET(12),
        PATH(14);

        private final int fromZoom;

        Kind(int fromZoom) {
            this.fromZoom = fromZoom;
        }

        static Kind of(RoadClass road) {
            return switch (road) {
                case MOTORWAY, TRUNK, PRIMARY -> MAIN;
                case SECONDARY, TERTIARY -> MIDDLE;
                case RESIDENTIAL, UNCLASSIFIED, LIVING_STREET, ROAD, BUSWAY -> STREET;
                case SERVICE,
                        TRACK,
                        BRIDLEWAY,
                        STEPS,
                        CYCLEWAY,
                        PATH,
                        FOOTWAY,
                        PEDESTRIAN,
                        PLATFORM,
                        CORRIDOR,
                        CONSTRUCTION,
                        OTHER -> PATH;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    RoadLines(BaseGraph graph, EnumEncodedValue<RoadClass> classes) {
        var lines = new GeometryFactory();
        EdgeIterator edges = graph.getAllEdges();
        while (edges.next()) {
            PointList way = edges.fetchWayGeometry(FetchMode.ALL);
            var points = new Coordinate[way.size()];
            for (int i = 0; i < points.length; i++) {
                points[i] = new Coordinate(way.getLon(i), way.getLat(i));
            }
            // A quotation mark is what is left of a damaged name.
            String name = Optional.ofNullable(edges.getName())
                    .filter(words -> words.indexOf('"') < 0)
                    .orElse("");
            LineString line = lines.createLineString(points);
            tree.insert(line.getEnvelopeInternal(), new Line(name, Kind.of(edges.get(classes)), line));
        }
        tree.build();
    }

    Optional<String> tile(int zoom, int column, int row) {
        int tiles = 1 << Math.clamp(zoom, 0, 30);
        if (zoom < Roads.TILE_ZOOM_MIN
                || zoom > Roads.TILE_ZOOM_MAX
                || Math.min(column, row) < 0
                || Math.max(column, row) >= tiles) {
            return Optional.empty();
        }
        var box = new Envelope(
                longitude(column, tiles), longitude(column + 1, tiles), latitude(row + 1, tiles), latitude(row, tiles));
        double detail = Math.scalb(DETAIL_DEGREES, Roads.TILE_ZOOM_MAX - zoom);
        double smallest =
                zoom == Roads.TILE_ZOOM_MAX ? 0 : Math.scalb(SMALLEST_DEGREES_AT_14, Roads.TILE_ZOOM_MAX - zoom);
        List<Line> lines = in(box).stream()
                .filter(line -> line.kind().fromZoom <= zoom)
                .filter(line ->
                        line.kind().compareTo(Kind.STREET) < 0 || line.way().getLength() >= smallest)
                .sorted(Comparator.comparing(Line::kind))
                .limit(LINES_MAX)
                .toList();
        return Optional.of(json(lines, detail, zoom >= Roads.TILE_ZOOM_MAX - 1));
    }

    @SuppressWarnings("unchecked") // The tree holds lines only.
    private List<Line> in(Envelope box) {
        return (List<Line>) new ArrayList<>(tree.query(box));
    }

    private static double longitude(int column, int tiles) {
        return column * 360.0 / tiles - 180;
    }

    private static double latitude(int row, int tiles) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2.0 * row / tiles))));
    }

    private static String json(List<Line> lines, double detail, boolean names) {
        var out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        String between = "";
        for (Line line : lines) {
            out.append(between).append("{\"type\":\"Feature\",\"properties\":{\"class\":\"");
            out.append(line.kind().word()).append('"');
            if (names && !line.name().isEmpty()) {
                out.append(",\"name\":\"");
                out.append(JsonStringEncoder.getInstance().quoteAsCharArray(line.name()));
                out.append('"');
            }
            out.append("},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[");
            String comma = "";
            for (Coordinate point :
                    DouglasPeuckerSimplifier.simplify(line.way(), detail).getCoordinates()) {
                out.append(comma)
                        .append('[')
                        .append(five(point.x))
                        .append(',')
                        .append(five(point.y))
                        .append(']');
                comma = ",";
            }
            out.append("]}}");
            between = ",";
        }
        return out.append("]}").toString();
    }

    /// Five decimals are about a metre.
    private static double five(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
