package org.bluelamp.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bluelamp.kernel.Coordinate;

/// Values of areas on a map in five steps, each step holding as many areas as the next; areas with few observations
/// are hatched and areas without any are plain. The same values stand in the table beside it.
public record ChartAreas(String title, ChartScale.Unit unit, List<Area> areas) {
    /// The most areas, and the most corners of one outline, that are drawn; longer outlines are thinned.
    public static final int AREAS_MAX = 1_000;

    static final int CORNERS_MAX = 400;
    private static final int STEPS = 5;
    private static final double WIDTH = 640;
    private static final double MARGIN = 4;

    /// An area: its outlines (the first of each is the outer one) and what was found there from how many.
    public record Area(
            String name,
            List<List<Coordinate>> outlines,
            OptionalDouble value,
            long count,
            boolean few,
            Optional<String> href) {
        public Area {
            outlines = outlines.stream().map(List::copyOf).toList();
        }
    }

    /// An area as drawn: `path` in SVG, `style` the step it falls in.
    public record Drawn(String path, String name, String value, String count, String style, String href) {
        public String words() {
            return "%s: %s, n %s".formatted(name, value, count);
        }
    }

    /// A step of the legend.
    public record Step(String style, String words) {}

    public ChartAreas {
        areas = List.copyOf(areas);
        if (areas.isEmpty() || areas.size() > AREAS_MAX) {
            throw new IllegalArgumentException(
                    "A map is drawn with 1 to %d areas, not %d.".formatted(AREAS_MAX, areas.size()));
        }
    }

    public String height() {
        return ChartScale.px(frame().height());
    }

    public List<Drawn> drawn() {
        Frame frame = frame();
        List<Double> breaks = breaks();
        return areas.stream().map(area -> drawn(area, frame, breaks)).toList();
    }

    private Drawn drawn(Area area, Frame frame, List<Double> breaks) {
        return new Drawn(
                frame.path(area.outlines()),
                area.name(),
                area.value().isPresent() ? unit.words(area.value().getAsDouble()) : "cannot tell",
                ChartScale.Unit.NUMBER.words(area.count()),
                style(area, breaks),
                area.href().orElse(""));
    }

    private static String style(Area area, List<Double> breaks) {
        if (area.few()) {
            return " few";
        }
        return area.value().isEmpty() ? "" : " step-" + step(area.value().getAsDouble(), breaks);
    }

    /// Whether any area is hatched, or plain, so that the legend says what it means.
    public boolean anyFew() {
        return areas.stream().anyMatch(Area::few);
    }

    public boolean anyUnknown() {
        return areas.stream().anyMatch(area -> area.value().isEmpty() && !area.few());
    }

    public List<Step> legend() {
        List<Double> sorted = known();
        if (sorted.isEmpty()) {
            return List.of();
        }
        List<Double> breaks = breaks();
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(step -> step(step, sorted, breaks))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Step> step(int step, List<Double> sorted, List<Double> breaks) {
        List<Double> inside =
                sorted.stream().filter(value -> step(value, breaks) == step).toList();
        return inside.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(
                        "step-" + step,
                        "%s to %s".formatted(unit.words(inside.getFirst()), unit.words(inside.getLast()))));
    }

    private static int step(double value, List<Double> breaks) {
        return 1 + (int) breaks.stream().filter(upper -> value > upper).count();
    }

    private List<Double> known() {
        return areas.stream()
                .filter(area -> area.value().isPresent() && !area.few())
                .map(area -> area.value().getAsDouble())
                .sorted()
                .toList();
    }

    private List<Double> breaks() {
        List<Double> sorted = known();
        var breaks = new ArrayList<Double>();
        for (int step = 1; step < STEPS && !sorted.isEmpty(); step++) {
            breaks.add(sorted.get(Math.min(sorted.size() - 1, (sorted.size() * step + STEPS - 1) / STEPS - 1)));
        }
        return breaks;
    }

    private Frame frame() {
        var corners = areas.stream()
                .flatMap(area -> area.outlines().stream())
                .flatMap(List::stream)
                .toList();
        double west = corners.stream().mapToDouble(Coordinate::longitude).min().orElse(0);
        double east = corners.stream().mapToDouble(Coordinate::longitude).max().orElse(1);
        double south = corners.stream().mapToDouble(Coordinate::latitude).min().orElse(0);
        double north = corners.stream().mapToDouble(Coordinate::latitude).max().orElse(1);
        double narrowing = Math.cos(Math.toRadians((south + north) / 2));
        double scale = (WIDTH - 2 * MARGIN) / Math.max((east - west) * narrowing, 1e-6);
        return new Frame(west, north, scale * narrowing, scale, (north - south) * scale + 2 * MARGIN);
    }

    /// Where degrees stand on the drawing: equal lengths east and north at the middle of the map.
    private record Frame(double west, double north, double perDegreeEast, double perDegreeNorth, double height) {
        String path(List<List<Coordinate>> outlines) {
            var path = new StringBuilder();
            for (List<Coordinate> outline : outlines) {
                int every = Math.max(1, outline.size() / CORNERS_MAX);
                for (int corner = 0; corner < outline.size(); corner += every) {
                    path.append(corner == 0 ? "M" : "L").append(at(outline.get(corner)));
                }
                path.append("Z");
            }
            return path.toString();
        }

        private String at(Coordinate corner) {
            return ChartScale.px(MARGIN + (corner.longitude() - west) * perDegreeEast) + " "
                    + ChartScale.px(MARGIN + (north - corner.latitude()) * perDegreeNorth);
        }
    }
}
