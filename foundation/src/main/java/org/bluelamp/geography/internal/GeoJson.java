package org.bluelamp.geography.internal;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/// What a GeoJSON file held: its good features. A file whose root is one geometry is one feature without properties.
/// `whole` is false where the file broke off before its end or its root could not be read.
record GeoJson(List<Feature> features, boolean whole) {

    /// One good feature; `at` is where it stands, `where` its JSON path. A feature may have no geometry.
    record Feature(
            Json at, String where, Optional<String> id, Optional<Json.Obj> properties, Optional<Geometry> shape) {
        /// A property as text (numbers as written whole), if it is there and is a text or a number.
        Optional<String> property(String name) {
            return properties.flatMap(all -> all.get(name)).flatMap(GeoJson::asText);
        }
    }

    static Optional<String> asText(Json value) {
        return switch (value) {
            case Json.Text text -> Optional.of(text.value());
            case Json.Num number
            when number.value() == Math.rint(number.value()) && Math.abs(number.value()) < 1e15 ->
                Optional.of(Long.toString((long) number.value()));
            case Json.Num number -> Optional.of(Double.toString(number.value()));
            case Json.Bool _, Json.Null _, Json.Arr _, Json.Obj _ -> Optional.empty();
        };
    }
}
