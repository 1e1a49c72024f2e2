package org.bluelamp.geography.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// All postcodes of a file in memory, in order, 20 bytes each.
final class Postcodes {
    static final List<String> COLUMNS = List.of("postcode", "lon", "lat");
    static final Postcodes NONE = new Postcodes(new long[0], new int[0], new int[0], new String[0]);

    private final long[] keys;
    private final int[] latitudes;
    private final int[] longitudes;
    private final String[] boroughs;
    private @Nullable NearGrid near;

    private Postcodes(long[] keys, int[] latitudes, int[] longitudes, String[] boroughs) {
        this.keys = keys;
        this.latitudes = latitudes;
        this.longitudes = longitudes;
        this.boroughs = boroughs;
    }

    /// One good row; the borough is empty where the file names none. Units: microdegrees.
    private record Unit(long key, int latitude, int longitude, String borough) {}

    static Postcodes read(String csv, Faults faults) {
        var units = new ArrayList<Unit>();
        var seen = new HashSet<Long>();
        var codes = new HashMap<String, String>();
        var fields = new GazetteerFields(faults);
        CsvRows.read(
                csv,
                faults,
                row -> unit(row, fields, codes).ifPresent(unit -> {
                    if (seen.add(unit.key())) {
                        units.add(unit);
                    } else {
                        faults.refused(
                                Rule.ROW_TWICE,
                                row.line(),
                                0,
                                "postcode",
                                "The postcode (%s) is in the file already.".formatted(PostcodeKey.text(unit.key())));
                    }
                }));
        return of(units);
    }

    private static Optional<Unit> unit(CsvRows.Row row, GazetteerFields fields, Map<String, String> codes) {
        String text = row.get("postcode").orElse("");
        Optional<Long> key = PostcodeKey.whole(text);
        if (key.isEmpty()) {
            fields.refuse(row, "postcode", "The postcode (%s) is not one, such as W1D 6DT.".formatted(text));
        }
        OptionalInt latitude = fields.latitude(row, "lat");
        OptionalInt longitude = fields.longitude(row, "lon");
        Optional<String> borough = fields.code(row, "borough_code");
        if (key.isEmpty() || latitude.isEmpty() || longitude.isEmpty() || borough.isEmpty()) {
            return Optional.empty();
        }
        String kept = codes.computeIfAbsent(borough.get(), code -> code);
        return Optional.of(new Unit(key.get(), latitude.getAsInt(), longitude.getAsInt(), kept));
    }

    /// Several files as one; of a postcode in two, the first file's is kept.
    static Postcodes together(List<Postcodes> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        var units = new ArrayList<Unit>();
        var seen = new HashSet<Long>();
        for (Postcodes some : all) {
            for (int i = 0; i < some.keys.length; i++) {
                if (seen.add(some.keys[i])) {
                    units.add(new Unit(some.keys[i], some.latitudes[i], some.longitudes[i], some.boroughs[i]));
                }
            }
        }
        return of(units);
    }

    private static Postcodes of(List<Unit> units) {
        Unit[] sorted = units.toArray(Unit[]::new);
        Arrays.sort(sorted, java.util.Comparator.comparingLong(Unit::key));
        var keys = new long[sorted.length];
        var latitudes = new int[sorted.length];
        var longitudes = new int[sorted.length];
        var boroughs = new String[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            keys[i] = sorted[i].key();
            latitudes[i] = sorted[i].latitude();
            longitudes[i] = sorted[i].longitude();
            boroughs[i] = sorted[i].borough();
        }
        return new Postcodes(keys, latitudes, longitudes, boroughs);
    }

    int size() {
        return keys.length;
    }

    String text(int at) {
        return PostcodeKey.text(keys[at]);
    }

    int latitude(int at) {
        return latitudes[at];
    }

    int longitude(int at) {
        return longitudes[at];
    }

    /// The borough's code, empty where the file names none.
    String borough(int at) {
        return boroughs[at];
    }

    OptionalInt find(long key) {
        int at = Arrays.binarySearch(keys, key);
        return at >= 0 ? OptionalInt.of(at) : OptionalInt.empty();
    }

    /// The first `limit` postcodes with this beginning, in order.
    List<Integer> beginning(PostcodeKey.Beginning beginning, int limit) {
        int at = Arrays.binarySearch(keys, beginning.from());
        var found = new ArrayList<Integer>();
        for (int i = at >= 0 ? at : -at - 1; i < keys.length && keys[i] < beginning.to() && found.size() < limit; i++) {
            found.add(i);
        }
        return found;
    }

    /// The postcode nearest to a point, within about 500 m.
    synchronized OptionalInt nearest(int latitude, int longitude) {
        NearGrid grid = near;
        if (grid == null) {
            grid = new NearGrid(latitudes, longitudes);
            near = grid;
        }
        return grid.nearest(latitude, longitude);
    }
}
