package org.bluelamp.geography.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.geography.AreaKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/// Reads areas of one kind from GeoJSON: each needs a code, a name and a boundary on the earth.
final class AreaFile {
    /// Some sources name boroughs without their codes; these have them.
    private final Map<String, String> codeOfBorough;

    private final AreaKind kind;
    private final Faults faults;
    private final Map<AreaCode, Integer> lines = new HashMap<>();

    private AreaFile(AreaKind kind, Map<String, String> codeOfBorough, Faults faults) {
        this.kind = kind;
        this.codeOfBorough = codeOfBorough;
        this.faults = faults;
    }

    /// The good areas of a file, by code.
    static List<AreaShape> areas(GeoJson file, AreaKind kind, Map<String, String> codeOfBorough, Faults faults) {
        var reader = new AreaFile(kind, codeOfBorough, faults);
        var good = new ArrayList<AreaShape>();
        file.features().forEach(feature -> reader.area(feature).ifPresent(good::add));
        good.sort(java.util.Comparator.comparing(AreaShape::code));
        return List.copyOf(good);
    }

    private Optional<AreaShape> area(GeoJson.Feature feature) {
        Optional<String> name = AreaProperties.name(feature, kind);
        if (name.isEmpty()) {
            faults.refused(Rule.NAME_MISSING, feature.at(), feature.where() + ".properties", "The area has no name.");
        }
        Optional<AreaCode> code = code(feature, name);
        Optional<Geometry> shape = shape(feature);
        if (name.isEmpty() || code.isEmpty() || shape.isEmpty()) {
            return Optional.empty();
        }
        Optional<AreaCode> within =
                AreaProperties.within(feature, kind).filter(AreaCode::isCode).map(AreaCode::new);
        return Optional.of(new AreaShape(code.get(), name.get(), within, shape.get()));
    }

    private Optional<AreaCode> code(GeoJson.Feature feature, Optional<String> name) {
        Optional<String> written = AreaProperties.code(feature, kind).or(() -> name.flatMap(this::ofBorough));
        String where = feature.where() + ".properties";
        if (written.isEmpty()) {
            faults.refused(
                    Rule.CODE_MISSING,
                    feature.at(),
                    where,
                    "The area (%s) has no code. Maybe its property has another name than \"code\"."
                            .formatted(name.orElse("without name")));
            return Optional.empty();
        }
        if (!AreaCode.isCode(written.get())) {
            faults.refused(
                    Rule.CODE_FORM,
                    feature.at(),
                    where,
                    "The code (%s) must be 1 to 32 letters, digits, '.', '_' or '-'.".formatted(written.get()));
            return Optional.empty();
        }
        var code = new AreaCode(written.get());
        Integer before = lines.putIfAbsent(code, feature.at().line());
        if (before != null) {
            faults.refused(
                    Rule.CODE_TWICE,
                    feature.at(),
                    where,
                    "The code (%s) stands at line %d already.".formatted(code, before));
            return Optional.empty();
        }
        return Optional.of(code);
    }

    private Optional<String> ofBorough(String name) {
        return switch (kind) {
            case BOROUGH -> Optional.ofNullable(codeOfBorough.get(name));
            case WARD, POLICE_AREA -> Optional.empty();
        };
    }

    private Optional<Geometry> shape(GeoJson.Feature feature) {
        String where = feature.where() + ".geometry";
        Optional<Geometry> shape = feature.shape().filter(geometry -> !geometry.isEmpty());
        if (shape.isEmpty() || !(shape.get() instanceof Polygonal)) {
            faults.refused(
                    Rule.NOT_AN_AREA,
                    feature.at(),
                    where,
                    "An area needs a Polygon or MultiPolygon, but this is %s."
                            .formatted(shape.map(Geometry::getGeometryType).orElse("empty")));
            return Optional.empty();
        }
        Envelope box = shape.get().getEnvelopeInternal();
        if (box.getMinX() < -180 || box.getMaxX() > 180 || box.getMinY() < -90 || box.getMaxY() > 90) {
            faults.refused(
                    Rule.OFF_THE_EARTH,
                    feature.at(),
                    where,
                    "The boundary leaves the earth (longitude %s to %s, latitude %s to %s degrees). %s"
                            .formatted(
                                    box.getMinX(),
                                    box.getMaxX(),
                                    box.getMinY(),
                                    box.getMaxY(),
                                    "Maybe it is in metres of a national grid."));
            return Optional.empty();
        }
        return Optional.of(valid(feature, shape.get(), where));
    }

    private Geometry valid(GeoJson.Feature feature, Geometry shape, String where) {
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) {
            return shape;
        }
        Coordinate at = error.getCoordinate();
        faults.repaired(
                Rule.SHAPE_INVALID,
                feature.at(),
                where,
                "The boundary crosses or touches itself near %s, %s; it is repaired.".formatted(at.y, at.x));
        return GeometryFixer.fix(shape);
    }
}
