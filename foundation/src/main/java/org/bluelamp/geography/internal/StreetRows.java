package org.bluelamp.geography.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bluelamp.geography.AreaCode;
import org.bluelamp.kernel.Coordinate;

/// Makes gazetteer rows of named ways: one for each street and borough, or for each part of it where a borough has
/// the name in parts more than about 400 m apart.
final class StreetRows {
    /// Ways are followed in steps of this length, so that a long piece without bends still has its boroughs.
    private static final double STEP_METRES = 20;
    /// A part of fewer steps is a street's end across a border, not a street of that borough.
    private static final int STEPS_MIN = 3;
    /// Steps in neighbouring cells of this size belong together.
    private static final int CELL_MICRODEGREES = 4_000;

    private static final double METRES_A_MICRODEGREE = 0.111195;
    private final Function<Coordinate, Optional<AreaCode>> boroughAt;

    /// Every step of every way of a name in a borough; the names as spelt, with how often.
    private record InBorough(Map<String, Integer> spelt, List<Coordinate> steps) {}

    private final Map<String, Map<String, InBorough>> byNameAndBorough = new TreeMap<>();
    private int outside;

    StreetRows(Function<Coordinate, Optional<AreaCode>> boroughAt) {
        this.boroughAt = boroughAt;
    }

    void take(OsmExtract.Way way) {
        String compared = StreetName.compared(way.name());
        if (compared.isEmpty()) {
            return;
        }
        for (Coordinate step : steps(way.points())) {
            Optional<AreaCode> borough = boroughAt.apply(step);
            if (borough.isEmpty()) {
                outside++;
            } else {
                InBorough in = byNameAndBorough
                        .computeIfAbsent(compared, _ -> new TreeMap<>())
                        .computeIfAbsent(borough.get().text(), _ -> new InBorough(new TreeMap<>(), new ArrayList<>()));
                in.spelt().merge(way.name(), 1, Integer::sum);
                in.steps().add(step);
            }
        }
    }

    /// How many steps (of `STEP_METRES`) lay in no borough that is loaded.
    int outside() {
        return outside;
    }

    private static List<Coordinate> steps(List<Coordinate> points) {
        var steps = new ArrayList<Coordinate>();
        for (int i = 0; i < points.size(); i++) {
            steps.add(points.get(i));
            if (i + 1 < points.size()) {
                between(points.get(i), points.get(i + 1), steps);
            }
        }
        return steps;
    }

    private static void between(Coordinate from, Coordinate to, List<Coordinate> steps) {
        double north = to.latitudeMicrodegrees() - from.latitudeMicrodegrees();
        double east = to.longitudeMicrodegrees() - from.longitudeMicrodegrees();
        double metres = Math.hypot(north, east * Math.cos(Math.toRadians(from.latitude()))) * METRES_A_MICRODEGREE;
        int pieces = (int) (metres / STEP_METRES);
        for (int piece = 1; piece < pieces; piece++) {
            steps.add(new Coordinate((int) Math.round(from.latitudeMicrodegrees() + north * piece / pieces), (int)
                    Math.round(from.longitudeMicrodegrees() + east * piece / pieces)));
        }
    }

    /// The rows, in order of name, borough and part.
    List<Street> rows() {
        var rows = new ArrayList<Street>();
        byNameAndBorough.values().forEach(boroughs -> {
            Map<String, List<List<Coordinate>>> parts = new TreeMap<>();
            boroughs.forEach((borough, in) -> parts.put(borough, parts(in.steps())));
            int longest = parts.values().stream()
                    .mapToInt(some -> some.getFirst().size())
                    .max()
                    .orElse(0);
            int enough = Math.min(STEPS_MIN, longest);
            parts.forEach((borough, some) -> {
                List<List<Coordinate>> kept =
                        some.stream().filter(part -> part.size() >= enough).toList();
                String name = mostSpelt(
                        java.util.Objects.requireNonNull(boroughs.get(borough)).spelt());
                for (int part = 0; part < kept.size(); part++) {
                    Coordinate middle = middle(kept.get(part));
                    rows.add(new Street(
                            name,
                            borough,
                            kept.size() == 1 ? 0 : part + 1,
                            middle.latitudeMicrodegrees(),
                            middle.longitudeMicrodegrees()));
                }
            });
        });
        return List.copyOf(rows);
    }

    private static String mostSpelt(Map<String, Integer> spelt) {
        return spelt.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    /// Steps that belong together, the longest part first.
    private static List<List<Coordinate>> parts(List<Coordinate> steps) {
        var cells = new TreeMap<Long, List<Coordinate>>();
        steps.forEach(step ->
                cells.computeIfAbsent(cell(step, 0, 0), _ -> new ArrayList<>()).add(step));
        var parts = new ArrayList<List<Coordinate>>();
        var reached = new HashSet<Long>();
        cells.keySet().forEach(start -> {
            if (reached.add(start)) {
                parts.add(from(start, cells, reached));
            }
        });
        parts.sort(Comparator.<List<Coordinate>>comparingInt(part -> -part.size())
                .thenComparingInt(part -> part.getFirst().latitudeMicrodegrees())
                .thenComparingInt(part -> part.getFirst().longitudeMicrodegrees()));
        return parts;
    }

    private static List<Coordinate> from(long start, Map<Long, List<Coordinate>> cells, HashSet<Long> reached) {
        var part = new ArrayList<Coordinate>();
        var next = new ArrayDeque<Long>(List.of(start));
        while (!next.isEmpty()) {
            List<Coordinate> here = java.util.Objects.requireNonNull(cells.get(next.remove()));
            part.addAll(here);
            for (int around = 0; around < 9; around++) {
                long neighbour = cell(here.getFirst(), around / 3 - 1, around % 3 - 1);
                if (cells.containsKey(neighbour) && reached.add(neighbour)) {
                    next.add(neighbour);
                }
            }
        }
        return part;
    }

    private static long cell(Coordinate at, int north, int east) {
        long row = Math.floorDiv(at.latitudeMicrodegrees(), CELL_MICRODEGREES) + (long) north;
        long column = Math.floorDiv(at.longitudeMicrodegrees(), CELL_MICRODEGREES) + (long) east;
        return row << 32 | column & 0xffff_ffffL;
    }

    /// The step nearest to the centre of them all, so that the point lies on the street.
    private static Coordinate middle(List<Coordinate> part) {
        double latitude = part.stream()
                .mapToInt(Coordinate::latitudeMicrodegrees)
                .average()
                .orElseThrow();
        double longitude = part.stream()
                .mapToInt(Coordinate::longitudeMicrodegrees)
                .average()
                .orElseThrow();
        return part.stream()
                .min(Comparator.<Coordinate>comparingDouble(step -> Math.hypot(
                                step.latitudeMicrodegrees() - latitude, step.longitudeMicrodegrees() - longitude))
                        .thenComparingInt(Coordinate::latitudeMicrodegrees)
                        .thenComparingInt(Coordinate::longitudeMicrodegrees))
                .orElseThrow();
    }

    /// The rows as the file that is kept and read again.
    static String csv(List<Street> rows) {
        var out = new StringBuilder("street,borough_code,part,latitude,longitude\r\n");
        for (Street row : rows) {
            out.append(quoted(row.name()))
                    .append("," + row.borough() + "," + row.part())
                    .append("," + degrees(row.latitude()) + "," + degrees(row.longitude()) + "\r\n");
        }
        return out.toString();
    }

    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter < ' ');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String degrees(int microdegrees) {
        return java.math.BigDecimal.valueOf(microdegrees, 6).toPlainString();
    }
}
