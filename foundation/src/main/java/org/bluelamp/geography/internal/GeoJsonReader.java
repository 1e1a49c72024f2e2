package org.bluelamp.geography.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.geography.internal.GeoJson.Feature;
import org.locationtech.jts.geom.Geometry;

/// Reads GeoJSON strictly as RFC 7946 says, names every fault with its line, column and path, and keeps what is good.
final class GeoJsonReader {
    private static final Set<String> NOT_IN_A_FEATURE = Set.of("features", "coordinates", "geometries");
    private static final Set<String> NOT_IN_A_COLLECTION =
            Set.of("coordinates", "geometries", "geometry", "properties");
    private final Faults faults;
    private final GeometryReader geometries;

    private GeoJsonReader(Faults faults) {
        this.faults = faults;
        this.geometries = new GeometryReader(faults);
    }

    static GeoJson read(String text, Faults faults) {
        return new GeoJsonReader(faults).readAll(text);
    }

    private GeoJson readAll(String text) {
        JsonReader.Read read = JsonReader.read(text);
        List<Feature> features = read.root().map(this::root).orElse(List.of());
        read.broken()
                .ifPresent(broken -> faults.refused(
                        Rule.NOT_JSON,
                        broken.line(),
                        broken.column(),
                        "$",
                        "The file is not JSON from here on. %s".formatted(broken.why())));
        boolean object = read.root().filter(Json.Obj.class::isInstance).isPresent();
        return new GeoJson(features, read.broken().isEmpty() && object);
    }

    private List<Feature> root(Json root) {
        if (!(root instanceof Json.Obj object)) {
            faults.refused(
                    Rule.ROOT_NOT_OBJECT, root, "$", "The root must be an object, but is %s.".formatted(root.kind()));
            return List.of();
        }
        Optional<String> type = typeOf(object, "$");
        if (type.isEmpty()) {
            return List.of();
        }
        return switch (type.get()) {
            case "FeatureCollection" -> collection(object);
            case "Feature" -> feature(object, "$").map(List::of).orElse(List.of());
            default ->
                object.torn
                        ? List.of()
                        : geometries
                                .read(object, "$")
                                .map(shape -> List.of(new Feature(
                                        object, "$", Optional.empty(), Optional.empty(), Optional.of(shape))))
                                .orElse(List.of());
        };
    }

    private Optional<String> typeOf(Json.Obj object, String where) {
        duplicates(object, where);
        return switch (object.get("type").orElse(null)) {
            case null -> {
                if (!object.torn) {
                    faults.refused(Rule.TYPE_MISSING, object, where, "The member \"type\" is required.");
                }
                yield Optional.empty();
            }
            case Json.Text text -> Optional.of(text.value());
            case Json other -> {
                faults.refused(
                        Rule.TYPE_NOT_TEXT,
                        other,
                        where + ".type",
                        "The member \"type\" must be text, but is %s.".formatted(other.kind()));
                yield Optional.empty();
            }
        };
    }

    private void duplicates(Json.Obj object, String where) {
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

    private List<Feature> collection(Json.Obj object) {
        forbidden(object, "$", NOT_IN_A_COLLECTION, "FeatureCollection");
        geometries.box(object, "$");
        return switch (object.get("features").orElse(null)) {
            case null -> {
                if (!object.torn) {
                    faults.refused(Rule.MEMBER_MISSING, object, "$", "The member \"features\" is required.");
                }
                yield List.of();
            }
            case Json.Arr array -> features(array);
            case Json other -> {
                faults.refused(
                        Rule.MEMBER_KIND,
                        other,
                        "$.features",
                        "The member \"features\" must be an array, but is %s.".formatted(other.kind()));
                yield List.of();
            }
        };
    }

    private List<Feature> features(Json.Arr array) {
        var good = new ArrayList<Feature>();
        for (int i = 0; i < array.items.size(); i++) {
            String where = "$.features[%d]".formatted(i);
            if (array.items.get(i) instanceof Json.Obj object) {
                feature(object, where).ifPresent(good::add);
            } else {
                Json other = array.items.get(i);
                faults.refused(
                        Rule.FEATURE_NOT_OBJECT,
                        other,
                        where,
                        "Every feature must be an object, but this is %s.".formatted(other.kind()));
            }
        }
        return List.copyOf(good);
    }

    /// One feature, unless a fault refuses it; a feature the file broke off in is left out without a second fault.
    private Optional<Feature> feature(Json.Obj object, String where) {
        if (object.torn) {
            return Optional.empty();
        }
        int before = faults.refused();
        Optional<String> type = typeOf(object, where);
        if (type.isPresent() && !type.get().equals("Feature")) {
            faults.refused(
                    Rule.FEATURE_TYPE,
                    object.get("type").orElse(object),
                    where + ".type",
                    "A feature must have the type \"Feature\", not \"%s\".".formatted(type.get()));
        }
        forbidden(object, where, NOT_IN_A_FEATURE, "Feature");
        geometries.box(object, where);
        Optional<String> id = id(object, where);
        Optional<Json.Obj> properties = properties(object, where);
        Optional<Geometry> shape = shape(object, where);
        return faults.refused() > before
                ? Optional.empty()
                : Optional.of(new Feature(object, where, id, properties, shape));
    }

    private Optional<String> id(Json.Obj feature, String where) {
        Optional<Json> id = feature.get("id");
        if (id.isPresent() && !(id.get() instanceof Json.Text) && !(id.get() instanceof Json.Num)) {
            faults.refused(
                    Rule.ID_KIND,
                    id.get(),
                    where + ".id",
                    "The member \"id\" must be text or a number, but is %s."
                            .formatted(id.get().kind()));
        }
        return id.flatMap(GeoJson::asText);
    }

    private Optional<Json.Obj> properties(Json.Obj feature, String where) {
        return switch (feature.get("properties").orElse(null)) {
            case null -> {
                faults.refused(Rule.MEMBER_MISSING, feature, where, "The member \"properties\" is required.");
                yield Optional.empty();
            }
            case Json.Obj object -> {
                duplicates(object, where + ".properties");
                yield Optional.of(object);
            }
            case Json.Null _ -> Optional.empty();
            case Json other -> {
                faults.refused(
                        Rule.MEMBER_KIND,
                        other,
                        where + ".properties",
                        "The member \"properties\" must be an object or null, but is %s.".formatted(other.kind()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Geometry> shape(Json.Obj feature, String where) {
        return switch (feature.get("geometry").orElse(null)) {
            case null -> {
                faults.refused(Rule.MEMBER_MISSING, feature, where, "The member \"geometry\" is required.");
                yield Optional.empty();
            }
            case Json.Null _ -> Optional.empty();
            case Json value -> geometries.read(value, where + ".geometry");
        };
    }

    private void forbidden(Json.Obj object, String where, Set<String> names, String type) {
        for (Json.Member member : object.members) {
            if (names.contains(member.name())) {
                faults.refused(
                        Rule.MEMBER_FORBIDDEN,
                        member.line(),
                        member.column(),
                        where + "." + member.name(),
                        "A %s must not have a member \"%s\".".formatted(type, member.name()));
            }
        }
    }
}
