package org.bluelamp.geography.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// All streets in memory by name, with an index of the three-letter pieces of the names.
final class Streets {
    static final List<String> COLUMNS = List.of("street", "borough_code", "latitude", "longitude");
    static final Streets NONE = new Streets(List.of());
    /// The longest street name, in characters.
    static final int NAME_CHARACTERS_MAX = 120;
    /// The same street of the same borough in two files is one when its points are this near, in microdegrees.
    private static final int SAME_MICRODEGREES = 6_000;

    private static final int EXACT = 1000;
    /// The best a misspelt name can score.
    private static final int NEARLY = 990;
    /// A name that goes on where the words end scores at least this.
    private static final int BEGINNING = 700;

    /// A name as compared, its pieces, and the streets that have it.
    private record Named(String compared, int pieces, List<Street> streets) {}

    /// A name that comes near, its streets, and how near in thousandths.
    record Near(List<Street> streets, int score) {}

    private final List<Street> all;
    private final List<Named> names = new ArrayList<>();
    private final Map<Integer, int[]> namesWithPiece = new HashMap<>();

    private Streets(List<Street> all) {
        this.all = List.copyOf(all);
        var byName = new TreeMap<String, List<Street>>();
        for (Street street : all) {
            byName.computeIfAbsent(StreetName.compared(street.name()), _ -> new ArrayList<>())
                    .add(street);
        }
        var postings = new HashMap<Integer, List<Integer>>();
        byName.forEach((compared, streets) -> {
            int[] pieces = Trigrams.of(compared);
            for (int piece : pieces) {
                postings.computeIfAbsent(piece, _ -> new ArrayList<>()).add(names.size());
            }
            names.add(new Named(compared, pieces.length, List.copyOf(streets)));
        });
        postings.forEach((piece, at) -> namesWithPiece.put(
                piece, at.stream().mapToInt(Integer::intValue).toArray()));
    }

    static Streets read(String csv, Faults faults) {
        var streets = new ArrayList<Street>();
        var seen = new HashSet<String>();
        var fields = new GazetteerFields(faults);
        CsvRows.read(
                csv,
                faults,
                row -> street(row, fields).ifPresent(street -> {
                    if (seen.add("%s|%s|%d".formatted(street.name(), street.borough(), street.part()))) {
                        streets.add(street);
                    } else {
                        faults.refused(
                                Rule.ROW_TWICE,
                                row.line(),
                                0,
                                "street",
                                "The street (%s) is in the file for the borough (%s) already."
                                        .formatted(street.name(), street.borough()));
                    }
                }));
        return new Streets(streets);
    }

    private static Optional<Street> street(CsvRows.Row row, GazetteerFields fields) {
        String name = row.get("street").orElse("");
        boolean named = name.length() <= NAME_CHARACTERS_MAX
                && !StreetName.compared(name).isEmpty();
        if (!named) {
            fields.refuse(
                    row,
                    "street",
                    "The street's name (%s) must have 1 to %d characters, letters among them."
                            .formatted(name, NAME_CHARACTERS_MAX));
        }
        Optional<String> borough = fields.code(row, "borough_code");
        OptionalInt latitude = fields.latitude(row, "latitude");
        OptionalInt longitude = fields.longitude(row, "longitude");
        String part = row.get("part").orElse("0");
        boolean numbered = part.matches("\\d{1,4}");
        if (!numbered) {
            fields.refuse(row, "part", "The part (%s) must be a number from 0 to 9999.".formatted(part));
        }
        if (!named || borough.isEmpty() || latitude.isEmpty() || longitude.isEmpty() || !numbered) {
            return Optional.empty();
        }
        return Optional.of(
                new Street(name, borough.get(), Integer.parseInt(part), latitude.getAsInt(), longitude.getAsInt()));
    }

    /// Several files as one; of a street in two, the first file's is kept.
    static Streets together(List<Streets> several) {
        if (several.size() == 1) {
            return several.getFirst();
        }
        var kept = new ArrayList<Street>();
        var byKey = new HashMap<String, List<Street>>();
        for (Streets some : several) {
            for (Street street : some.all) {
                List<Street> same = byKey.computeIfAbsent(
                        StreetName.compared(street.name()) + "|" + street.borough(), _ -> new ArrayList<>());
                if (same.stream().noneMatch(other -> near(street, other))) {
                    same.add(street);
                    kept.add(street);
                }
            }
        }
        return new Streets(kept);
    }

    private static boolean near(Street one, Street other) {
        return Math.abs(one.latitude() - other.latitude()) < SAME_MICRODEGREES
                && Math.abs(one.longitude() - other.longitude()) < SAME_MICRODEGREES;
    }

    int size() {
        return all.size();
    }

    /// The names nearest to the words, the nearest first: the share of three-letter pieces both have, as `pg_trgm`
    /// counts it; 1000 only for the very name.
    List<Near> near(String words, int limit, int scoreMin) {
        String compared = StreetName.compared(words);
        if (compared.isEmpty()) {
            return List.of();
        }
        int[] pieces = Trigrams.of(compared);
        int[] shared = new int[names.size()];
        for (int piece : pieces) {
            for (int name : namesWithPiece.getOrDefault(piece, new int[0])) {
                shared[name]++;
            }
        }
        var found = new ArrayList<Near>();
        for (int name = 0; name < shared.length; name++) {
            if (shared[name] > 0) {
                int score = score(names.get(name), compared, pieces.length, shared[name]);
                if (score >= scoreMin) {
                    found.add(new Near(names.get(name).streets(), score));
                }
            }
        }
        Near[] sorted = found.toArray(Near[]::new);
        Arrays.sort(sorted, java.util.Comparator.comparingInt((Near near) -> -near.score()));
        return List.of(sorted).subList(0, Math.min(limit, sorted.length));
    }

    private static int score(Named name, String compared, int pieces, int shared) {
        if (name.compared().equals(compared)) {
            return EXACT;
        }
        int like = shared * EXACT / (name.pieces() + pieces - shared);
        int begins = name.compared().startsWith(compared)
                ? BEGINNING
                        + (NEARLY - BEGINNING)
                                * compared.length()
                                / (name.compared().length() + 1)
                : 0;
        return Math.min(NEARLY, Math.max(like, begins));
    }
}
