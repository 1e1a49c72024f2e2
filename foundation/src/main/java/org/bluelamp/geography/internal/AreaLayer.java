package org.bluelamp.geography.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.Areas;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/// All areas of one kind and version in memory, for many questions a second.
final class AreaLayer {
    private static final double METRES_A_DEGREE = 111_195;
    /// About 30 m: below what a map of a borough shows.
    private static final double OUTLINE_DEGREES = 0.0003;

    /// One area with what is needed to ask it about points. `rank` is its place by code.
    private record Held(
            Area area, int rank, Geometry shape, IndexedPointInAreaLocator inside, IndexedFacetDistance border) {}

    private final List<Area> areas;
    private final List<Geometry> shapes;
    private final Map<AreaCode, Area> byCode = new HashMap<>();
    private final STRtree tree = new STRtree();
    private @Nullable String outline;

    /// `areas` in order of code, each with the boundary of the same place in `shapes`.
    AreaLayer(List<Area> areas, List<Geometry> shapes) {
        this.areas = List.copyOf(areas);
        this.shapes = List.copyOf(shapes);
        for (int i = 0; i < areas.size(); i++) {
            Geometry shape = shapes.get(i);
            var held = new Held(
                    areas.get(i), i, shape, new IndexedPointInAreaLocator(shape), new IndexedFacetDistance(shape));
            tree.insert(shape.getEnvelopeInternal(), held);
            byCode.put(areas.get(i).code(), areas.get(i));
        }
        tree.build();
    }

    List<Area> areas() {
        return areas;
    }

    Optional<Area> find(AreaCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<Area> at(double latitude, double longitude) {
        return at(latitude, longitude, _ -> true);
    }

    /// The same among the areas that are `wanted`.
    Optional<Area> at(double latitude, double longitude, Predicate<Area> wanted) {
        var point = new Coordinate(longitude, latitude);
        Optional<Held> within = held(new Envelope(point), wanted).stream()
                .filter(held -> held.inside().locate(point) != Location.EXTERIOR)
                .min(java.util.Comparator.comparingInt(Held::rank));
        return within.or(() -> nearest(point, wanted)).map(Held::area);
    }

    /// The nearest area within the width of a sliver; distances on the plane of the parallel, in metres.
    private Optional<Held> nearest(Coordinate point, Predicate<Area> wanted) {
        double north = Areas.SLIVER_METRES_MAX / METRES_A_DEGREE;
        double cosine = Math.max(0.01, Math.cos(Math.toRadians(point.y)));
        var box = new Envelope(point);
        box.expandBy(north / cosine, north);
        double best = Double.MAX_VALUE;
        Optional<Held> nearest = Optional.empty();
        for (Held held : held(box, wanted)) {
            Coordinate[] pair =
                    held.border().nearestPoints(held.shape().getFactory().createPoint(point));
            double east = (pair[0].x - point.x) * cosine;
            double metres = Math.hypot(east, pair[0].y - point.y) * METRES_A_DEGREE;
            boolean nearer = metres < best
                    || metres == best
                            && nearest.isPresent()
                            && held.rank() < nearest.get().rank();
            if (metres <= Areas.SLIVER_METRES_MAX && nearer) {
                best = metres;
                nearest = Optional.of(held);
            }
        }
        return nearest;
    }

    private List<Held> held(Envelope box, Predicate<Area> wanted) {
        List<?> found = tree.query(box);
        return found.stream()
                .map(Held.class::cast)
                .filter(held -> wanted.test(held.area()))
                .toList();
    }

    /// The outlines as GeoJSON, simplified together so that shared borders stay shared; made once.
    synchronized String outline() {
        String known = outline;
        if (known == null) {
            known = simplified();
            outline = known;
        }
        return known;
    }

    private String simplified() {
        Geometry[] simple = CoverageSimplifier.simplify(shapes.toArray(Geometry[]::new), OUTLINE_DEGREES);
        var out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < simple.length; i++) {
            out.append(i == 0 ? "\n" : ",\n");
            OutlineWriter.feature(out, areas.get(i), simple[i]);
        }
        return out.append("\n]}\n").toString();
    }

    /// A point certainly inside an area, to ask in which other area it lies.
    static Coordinate inside(Geometry shape) {
        return shape.getInteriorPoint().getCoordinate();
    }
}
