package org.bluelamp.performance.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Areas;
import org.bluelamp.kernel.Coordinate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The outlines of areas on a day, as a map draws them; read once for each version.
@Component
class AreaOutlines {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ObjectProvider<Areas> loaded;
    private final Map<String, Map<String, Outlined>> versions = new ConcurrentHashMap<>();

    AreaOutlines(ObjectProvider<Areas> loaded) {
        this.loaded = loaded;
    }

    /// An area with all its outlines.
    record Outlined(String code, String name, List<List<Coordinate>> outlines) {}

    /// By code; none where the kind is not one of the map's, or none are loaded.
    Map<String, Outlined> on(String kind, LocalDate day) {
        Optional<AreaKind> known = AreaKind.of(kind);
        Areas areas = loaded.getIfAvailable();
        if (known.isEmpty() || areas == null) {
            return Map.of();
        }
        return areas.all(known.get(), day).stream()
                .map(Area::version)
                .findFirst()
                .map(version -> versions.computeIfAbsent(
                        kind + " " + version,
                        _ -> areas.outline(known.get(), version)
                                .map(AreaOutlines::read)
                                .orElse(Map.of())))
                .orElse(Map.of());
    }

    private static Map<String, Outlined> read(String geoJson) {
        var outlined = new LinkedHashMap<String, Outlined>();
        for (JsonNode feature : MAPPER.readTree(geoJson).path("features")) {
            String code = feature.path("properties").path("code").asString("");
            String name = feature.path("properties").path("name").asString(code);
            outlined.put(code, new Outlined(code, name, outlines(feature.path("geometry"))));
        }
        return outlined;
    }

    private static List<List<Coordinate>> outlines(JsonNode geometry) {
        var outlines = new ArrayList<List<Coordinate>>();
        JsonNode coordinates = geometry.path("coordinates");
        if (geometry.path("type").asString("").equals("MultiPolygon")) {
            coordinates.forEach(polygon -> polygon.forEach(ring -> outlines.add(corners(ring))));
        } else {
            coordinates.forEach(ring -> outlines.add(corners(ring)));
        }
        return outlines;
    }

    private static List<Coordinate> corners(JsonNode ring) {
        var corners = new ArrayList<Coordinate>();
        ring.forEach(corner -> corners.add(
                Coordinate.ofDegrees(corner.get(1).asDouble(), corner.get(0).asDouble())));
        return corners;
    }
}
