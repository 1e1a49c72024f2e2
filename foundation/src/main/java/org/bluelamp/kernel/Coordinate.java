package org.bluelamp.kernel;

/// A point on the earth in WGS 84, kept as whole millionths of a degree so that it is written one way only.
/// Units: microdegrees (north and east positive); one is at most 0.12 m.
public record Coordinate(int latitudeMicrodegrees, int longitudeMicrodegrees) {
    private static final int LATITUDE_MAX = 90_000_000;
    private static final int LONGITUDE_MAX = 180_000_000;
    private static final double MICRODEGREES = 1e6;

    public Coordinate {
        if (Math.abs(latitudeMicrodegrees) > LATITUDE_MAX || Math.abs(longitudeMicrodegrees) > LONGITUDE_MAX) {
            throw new IllegalArgumentException("The point (%d, %d microdegrees) is not on the earth."
                    .formatted(latitudeMicrodegrees, longitudeMicrodegrees));
        }
    }

    /// From degrees, rounded to the nearest microdegree.
    public static Coordinate ofDegrees(double latitude, double longitude) {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "The point (%s, %s degrees) is not on the earth.".formatted(latitude, longitude));
        }
        return new Coordinate((int) Math.round(latitude * MICRODEGREES), (int) Math.round(longitude * MICRODEGREES));
    }

    public double latitude() {
        return latitudeMicrodegrees / MICRODEGREES;
    }

    public double longitude() {
        return longitudeMicrodegrees / MICRODEGREES;
    }
}
