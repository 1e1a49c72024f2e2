package org.bluelamp.geography.internal;

import org.bluelamp.geography.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.io.JsonStringEncoder;

/// Writes outlines as GeoJSON with five decimals, about 1 m.
final class OutlineWriter {
    private static final double FIVE_DECIMALS = 1e5;

    private OutlineWriter() {}

    static void feature(StringBuilder out, Area area, Geometry shape) {
        out.append("{\"type\":\"Feature\",\"properties\":{\"code\":");
        text(out, area.code().text());
        out.append(",\"name\":");
        text(out, area.name());
        out.append("},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            out.append(i == 0 ? "" : ",");
            polygon(out, (Polygon) shape.getGeometryN(i));
        }
        out.append("]}}");
    }

    private static void polygon(StringBuilder out, Polygon polygon) {
        out.append('[');
        ring(out, polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            out.append(',');
            ring(out, polygon.getInteriorRingN(i));
        }
        out.append(']');
    }

    private static void ring(StringBuilder out, LinearRing ring) {
        Coordinate[] all = ring.getCoordinates();
        out.append('[');
        for (int i = 0; i < all.length; i++) {
            out.append(i == 0 ? "[" : ",[");
            number(out, all[i].x);
            out.append(',');
            number(out, all[i].y);
            out.append(']');
        }
        out.append(']');
    }

    private static void number(StringBuilder out, double degrees) {
        long fifth = Math.round(degrees * FIVE_DECIMALS);
        out.append(fifth / FIVE_DECIMALS);
    }

    private static void text(StringBuilder out, String words) {
        out.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsCharArray(words))
                .append('"');
    }
}
