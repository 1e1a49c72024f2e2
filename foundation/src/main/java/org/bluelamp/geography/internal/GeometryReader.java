package org.bluelamp.geography.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/// Reads the geometry objects of RFC 7946. Altitudes are read over; rings are turned and closed where they must be,
/// and positions rounded to `DECIMALS_MAX`, each said once.
final class GeometryReader {
    /// The most decimals of a degree that are kept: 7 are about 1 cm.
    static final int DECIMALS_MAX = 7;

    private static final double ROUNDING = 1e7;
    private static final int RING_POSITIONS_MIN = 4;
    private static final int LINE_POSITIONS_MIN = 2;
    private static final Set<String> NOT_IN_A_GEOMETRY = Set.of("features", "geometry", "properties");
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private final Faults faults;
    private boolean rounded;

    GeometryReader(Faults faults) {
        this.faults = faults;
    }

    /// The geometry, unless a fault refuses it.
    Optional<Geometry> read(Json value, String where) {
        rounded = false;
        int before = faults.refused();
        Optional<Geometry> shape = geometry(value, where, false);
        return faults.refused() > before ? Optional.empty() : shape;
    }

    /// Checks a member "bbox", if there is one: an array of numbers.
    void box(Json.Obj object, String where) {
        Optional<Json> box = object.get("bbox");
        if (box.isEmpty()) {
            return;
        }
        if (!(box.get() instanceof Json.Arr array)) {
            faults.refused(
                    Rule.BBOX_KIND,
                    box.get(),
                    where + ".bbox",
                    "The member \"bbox\" must be an array of numbers, but is %s."
                            .formatted(box.get().kind()));
            return;
        }
        for (int i = 0; i < array.items.size(); i++) {
            if (!(array.items.get(i) instanceof Json.Num)) {
                faults.refused(
                        Rule.BBOX_KIND,
                        array.items.get(i),
                        "%s.bbox[%d]".formatted(where, i),
                        "Every element of \"bbox\" must be a number, but this is %s."
                                .formatted(array.items.get(i).kind()));
            }
        }
        if (array.items.size() != 4 && array.items.size() != 6) {
            faults.refused(
                    Rule.BBOX_KIND,
                    array,
                    where + ".bbox",
                    "The member \"bbox\" must have 4 or 6 numbers, not %d.".formatted(array.items.size()));
        }
    }

    private Optional<Geometry> geometry(Json value, String where, boolean inCollection) {
        if (!(value instanceof Json.Obj object)) {
            faults.refused(
                    Rule.GEOMETRY_NOT_OBJECT,
                    value,
                    where,
                    "A geometry must be an object, but this is %s.".formatted(value.kind()));
            return Optional.empty();
        }
        duplicates(object, where);
        Optional<Json> type = object.get("type");
        if (type.isEmpty()) {
            faults.refused(Rule.TYPE_MISSING, object, where, "The member \"type\" is required.");
            return Optional.empty();
        }
        if (!(type.get() instanceof Json.Text text)) {
            faults.refused(
                    Rule.TYPE_NOT_TEXT,
                    type.get(),
                    where + ".type",
                    "The member \"type\" must be text, but is %s."
                            .formatted(type.get().kind()));
            return Optional.empty();
        }
        return ofType(object, text, where, inCollection);
    }

    private Optional<Geometry> ofType(Json.Obj object, Json.Text type, String where, boolean inCollection) {
        @Nullable
        Optional<Geometry> shape = switch (type.value()) {
            case "Point" -> with(object, where, (at, path) -> point(at, path).map(Geometry.class::cast));
            case "MultiPoint" ->
                with(
                        object,
                        where,
                        (at, path) -> parts(at, path, this::point)
                                .map(all -> SHAPES.createMultiPoint(all.toArray(Point[]::new))));
            case "LineString" ->
                with(object, where, (at, path) -> line(at, path).map(Geometry.class::cast));
            case "MultiLineString" ->
                with(
                        object,
                        where,
                        (at, path) -> parts(at, path, this::line)
                                .map(all -> SHAPES.createMultiLineString(all.toArray(LineString[]::new))));
            case "Polygon" ->
                with(object, where, (at, path) -> polygon(at, path).map(Geometry.class::cast));
            case "MultiPolygon" ->
                with(
                        object,
                        where,
                        (at, path) -> parts(at, path, this::polygon)
                                .map(all -> SHAPES.createMultiPolygon(all.toArray(Polygon[]::new))));
            case "GeometryCollection" -> collection(object, where, inCollection);
            default -> {
                faults.refused(
                        Rule.TYPE_UNKNOWN,
                        type,
                        where + ".type",
                        "The type \"%s\" is unknown. Maybe the spelling or its capitals.".formatted(type.value()));
                yield null;
            }
        };
        if (shape == null) {
            return Optional.empty(); // what else an unknown object may hold is not ours to judge
        }
        forbidden(object, where);
        box(object, where);
        return shape;
    }

    private void forbidden(Json.Obj object, String where) {
        for (Json.Member member : object.members) {
            if (NOT_IN_A_GEOMETRY.contains(member.name())) {
                faults.refused(
                        Rule.MEMBER_FORBIDDEN,
                        member.line(),
                        member.column(),
                        where + "." + member.name(),
                        "A geometry must not have a member \"%s\".".formatted(member.name()));
            }
        }
    }

    private void duplicates(Json.Obj object, String where) {
        if (where.equals("$")) {
            return; // said already of the root
        }
        var seen = new HashSet<String>();
        for (Json.Member member : object.members) {
            if (!seen.add(member.name())) {
                faults.refused(
                        Rule.DUPLICATE_MEMBER,
                        member.line(),
                        member.column(),
                        where + "." + member.name(),
                        "The member \"%s\" is there twice, which can be read in two ways.".formatted(member.name()));
            }
        }
    }

    private Optional<Geometry> with(
            Json.Obj object, String where, BiFunction<Json, String, Optional<Geometry>> coordinates) {
        return array(object, "coordinates", where).flatMap(array -> coordinates.apply(array, where + ".coordinates"));
    }

    private Optional<Json.Arr> array(Json.Obj object, String member, String where) {
        return switch (object.get(member).orElse(null)) {
            case null -> {
                faults.refused(Rule.MEMBER_MISSING, object, where, "The member \"%s\" is required.".formatted(member));
                yield Optional.empty();
            }
            case Json.Arr array -> Optional.of(array);
            case Json other -> {
                faults.refused(
                        Rule.MEMBER_KIND,
                        other,
                        where + "." + member,
                        "The member \"%s\" must be an array, but is %s.".formatted(member, other.kind()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Geometry> collection(Json.Obj object, String where, boolean nested) {
        if (nested) {
            faults.noted(Rule.COLLECTION_NESTED, object, where, "A GeometryCollection should not hold another one.");
        }
        Optional<Json.Arr> array = array(object, "geometries", where);
        if (array.isEmpty()) {
            return Optional.empty();
        }
        if (array.get().items.size() == 1) {
            faults.noted(
                    Rule.COLLECTION_SINGLE,
                    array.get(),
                    where + ".geometries",
                    "A GeometryCollection of one geometry should be that geometry itself.");
        }
        var shapes = new ArrayList<Geometry>();
        for (int i = 0; i < array.get().items.size(); i++) {
            geometry(array.get().items.get(i), "%s.geometries[%d]".formatted(where, i), true)
                    .ifPresent(shapes::add);
        }
        return Optional.of(SHAPES.createGeometryCollection(shapes.toArray(Geometry[]::new)));
    }

    private <T> Optional<List<T>> parts(Json at, String where, BiFunction<Json, String, Optional<T>> part) {
        if (!(at instanceof Json.Arr array)) {
            notNested(at, where);
            return Optional.empty();
        }
        var all = new ArrayList<T>(array.items.size());
        for (int i = 0; i < array.items.size(); i++) {
            Json item = array.items.get(i);
            String path = "%s[%d]".formatted(where, i);
            if (item instanceof Json.Arr) {
                part.apply(item, path).ifPresent(all::add);
            } else {
                notNested(item, path);
            }
        }
        return all.size() == array.items.size() ? Optional.of(all) : Optional.empty();
    }

    private void notNested(Json at, String where) {
        faults.refused(
                Rule.NOT_NESTED,
                at,
                where,
                "There is %s where a list of coordinates must be. Maybe a pair of brackets is missing."
                        .formatted(at.kind()));
    }

    private Optional<Coordinate> position(Json at, String where) {
        if (!(at instanceof Json.Arr array)) {
            notNested(at, where);
            return Optional.empty();
        }
        boolean numbers = true;
        for (int i = 0; i < array.items.size(); i++) {
            if (!(array.items.get(i) instanceof Json.Num)) {
                faults.refused(
                        Rule.POSITION_NOT_NUMBER,
                        array.items.get(i),
                        "%s[%d]".formatted(where, i),
                        "Each element of a position must be a number, but this is %s."
                                .formatted(array.items.get(i).kind()));
                numbers = false;
            }
        }
        if (numbers && array.items.size() < 2) {
            faults.refused(
                    Rule.POSITION_SHORT,
                    array,
                    where,
                    "A position must have 2 or more numbers, not %d.".formatted(array.items.size()));
            numbers = false;
        }
        return numbers
                ? Optional.of(new Coordinate(
                        rounded((Json.Num) array.items.get(0), where), rounded((Json.Num) array.items.get(1), where)))
                : Optional.empty();
    }

    private double rounded(Json.Num number, String where) {
        if (number.decimals() <= DECIMALS_MAX) {
            return number.value();
        }
        if (!rounded) {
            rounded = true;
            faults.repaired(
                    Rule.PRECISION,
                    number,
                    where,
                    "Positions with %d decimals are rounded to %d (about 1 cm)."
                            .formatted(number.decimals(), DECIMALS_MAX));
        }
        return Math.rint(number.value() * ROUNDING) / ROUNDING;
    }

    private Optional<Point> point(Json at, String where) {
        return position(at, where).map(SHAPES::createPoint);
    }

    private Optional<LineString> line(Json at, String where) {
        Optional<List<Coordinate>> all = parts(at, where, this::position);
        if (all.isPresent() && all.get().size() < LINE_POSITIONS_MIN) {
            faults.refused(
                    Rule.LINE_SHORT,
                    at,
                    where,
                    "A line must have %d or more positions, not %d."
                            .formatted(LINE_POSITIONS_MIN, all.get().size()));
            return Optional.empty();
        }
        return all.map(positions -> SHAPES.createLineString(positions.toArray(Coordinate[]::new)));
    }

    private Optional<Polygon> polygon(Json at, String where) {
        Json.Arr rings = (Json.Arr) at;
        var read = new ArrayList<LinearRing>();
        for (int i = 0; i < rings.items.size(); i++) {
            ring(rings.items.get(i), "%s[%d]".formatted(where, i), i == 0).ifPresent(read::add);
        }
        if (read.size() < rings.items.size()) {
            return Optional.empty();
        }
        return Optional.of(
                read.isEmpty()
                        ? SHAPES.createPolygon()
                        : SHAPES.createPolygon(
                                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new)));
    }

    private Optional<LinearRing> ring(Json at, String where, boolean outer) {
        Optional<List<Coordinate>> read = parts(at, where, this::position);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        var positions = new ArrayList<>(read.get());
        boolean open = !positions.isEmpty() && !closed((Json.Arr) at);
        if (positions.size() < RING_POSITIONS_MIN) {
            faults.refused(
                    Rule.RING_SHORT,
                    at,
                    where,
                    "A ring must have %d or more positions, not %d.".formatted(RING_POSITIONS_MIN, positions.size()));
            if (open) {
                faults.refused(Rule.RING_OPEN, at, where, "The first and last positions of a ring must be the same.");
            }
            return Optional.empty();
        }
        if (open) {
            faults.repaired(
                    Rule.RING_OPEN,
                    at,
                    where,
                    "The ring does not end where it begins; it is closed by a straight line.");
            if (!positions.getFirst().equals2D(positions.getLast())) {
                positions.add(positions.getFirst().copy());
            }
        }
        LinearRing ring = SHAPES.createLinearRing(positions.toArray(Coordinate[]::new));
        if (Orientation.isCCW(ring.getCoordinates()) == outer) {
            return Optional.of(ring);
        }
        faults.repaired(
                Rule.RING_TURNED,
                at,
                where,
                outer
                        ? "An outer ring must run anticlockwise (right-hand rule); it is turned round."
                        : "A hole must run clockwise (right-hand rule); it is turned round.");
        return Optional.of(ring.reverse());
    }

    private static boolean closed(Json.Arr ring) {
        Json.Arr first = (Json.Arr) ring.items.getFirst();
        Json.Arr last = (Json.Arr) ring.items.getLast();
        if (first.items.size() != last.items.size()) {
            return false;
        }
        for (int i = 0; i < first.items.size(); i++) {
            if (((Json.Num) first.items.get(i)).value() != ((Json.Num) last.items.get(i)).value()) {
                return false;
            }
        }
        return true;
    }
}
