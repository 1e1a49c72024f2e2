package org.bluelamp.geography.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Points in cells of 0.005 degrees, to find the nearest of many. Units: microdegrees.
final class NearGrid {
    private static final int CELL_MICRODEGREES = 5_000;
    private static final double MICRODEGREES = 1e6;
    private final int[] latitudes;
    private final int[] longitudes;
    private final Map<Long, int[]> cells = new HashMap<>();

    NearGrid(int[] latitudes, int[] longitudes) {
        this.latitudes = latitudes;
        this.longitudes = longitudes;
        var counts = new HashMap<Long, Integer>();
        for (int i = 0; i < latitudes.length; i++) {
            counts.merge(cell(latitudes[i], longitudes[i], 0, 0), 1, Integer::sum);
        }
        counts.forEach((cell, count) -> cells.put(cell, new int[count]));
        for (int i = latitudes.length - 1; i >= 0; i--) {
            long cell = cell(latitudes[i], longitudes[i], 0, 0);
            int left = counts.merge(cell, -1, Integer::sum);
            java.util.Objects.requireNonNull(cells.get(cell))[left] = i;
        }
    }

    private static long cell(int latitude, int longitude, int north, int east) {
        long row = Math.floorDiv(latitude, CELL_MICRODEGREES) + (long) north;
        long column = Math.floorDiv(longitude, CELL_MICRODEGREES) + (long) east;
        return row << 32 | column & 0xffff_ffffL;
    }

    /// The nearest point in the cell and the eight around it; the lowest of equals.
    OptionalInt nearest(int latitude, int longitude) {
        double cosine = Math.cos(Math.toRadians(latitude / MICRODEGREES));
        double best = Double.MAX_VALUE;
        OptionalInt nearest = OptionalInt.empty();
        for (int around = 0; around < 9; around++) {
            int[] points = cells.getOrDefault(cell(latitude, longitude, around / 3 - 1, around % 3 - 1), new int[0]);
            for (int point : points) {
                double distance = Math.hypot(latitudes[point] - latitude, (longitudes[point] - longitude) * cosine);
                if (distance < best || distance == best && point < nearest.orElse(Integer.MAX_VALUE)) {
                    best = distance;
                    nearest = OptionalInt.of(point);
                }
            }
        }
        return nearest;
    }
}
