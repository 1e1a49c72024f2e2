package org.bluelamp.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/// A value over time, with the interval it may lie in as a band. Where nothing is known the line is broken: a gap is
/// shown as a gap.
public record ChartTrend(String title, ChartScale.Unit unit, List<Point> points, Optional<Mark> mark) {
    /// The most points one line is drawn with.
    public static final int POINTS_MAX = 400;

    private static final double LEFT = 58;
    private static final double RIGHT = 620;
    private static final double TOP = 20;
    private static final double BOTTOM = 216;
    private static final int LABELS_MAX = 8;
    private static final int DOTS_MAX = 60;

    /// A time of the line: its name (`2009-03`), what was found from how many, and between what it may lie.
    public record Point(
            String label,
            OptionalDouble value,
            OptionalDouble low,
            OptionalDouble high,
            long count,
            boolean few,
            Optional<String> href) {

        /// A time for which nothing is known.
        public static Point unknown(String label) {
            return new Point(
                    label,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    0,
                    false,
                    Optional.empty());
        }
    }

    /// A line across, e.g. the target.
    public record Mark(String words, double value) {}

    /// A point as drawn. Lengths are in units of the drawing.
    public record Dot(String x, String y, String label, String value, String count, String style, String href) {
        public String words() {
            return "%s: %s, n %s".formatted(label, value, count);
        }
    }

    /// A tick, a label or the mark as drawn.
    public record Line(String at, String words) {}

    public ChartTrend {
        points = List.copyOf(points);
        if (points.isEmpty() || points.size() > POINTS_MAX) {
            throw new IllegalArgumentException(
                    "A line is drawn with 1 to %d points, not %d.".formatted(POINTS_MAX, points.size()));
        }
    }

    /// The unbroken stretches of the line, as SVG paths.
    public List<String> lines() {
        return stretches().stream().map(this::line).toList();
    }

    /// The bands of the same stretches.
    public List<String> bands() {
        return stretches().stream()
                .map(stretch -> stretch.stream()
                        .filter(index -> points.get(index).low().isPresent()
                                && points.get(index).high().isPresent())
                        .toList())
                .filter(stretch -> stretch.size() > 1)
                .map(this::band)
                .toList();
    }

    public List<Dot> dots() {
        var dots = new ArrayList<Dot>();
        for (int index = 0; index < points.size(); index++) {
            Point point = points.get(index);
            if (point.value().isPresent() && (points.size() <= DOTS_MAX || point.few())) {
                dots.add(dot(index, point));
            }
        }
        return dots;
    }

    private Dot dot(int index, Point point) {
        double value = point.value().orElseThrow();
        return new Dot(
                ChartScale.px(x(index)),
                ChartScale.px(y(value)),
                point.label(),
                unit.words(value),
                ChartScale.Unit.NUMBER.words(point.count()),
                point.few() ? " few" : "",
                point.href().orElse(""));
    }

    /// Every time with its value, for the table below the chart.
    public List<Dot> rows() {
        return IntStream.range(0, points.size())
                .mapToObj(index -> row(index, points.get(index)))
                .toList();
    }

    private Dot row(int index, Point point) {
        return point.value().isPresent()
                ? dot(index, point)
                : new Dot("", "", point.label(), "cannot tell", ChartScale.Unit.NUMBER.words(point.count()), "", "");
    }

    public List<Line> upLines() {
        return scale().ticks().stream()
                .map(tick -> new Line(ChartScale.px(y(tick.value())), tick.words()))
                .toList();
    }

    public List<Line> labels() {
        int every = Math.max(1, (points.size() + LABELS_MAX - 1) / LABELS_MAX);
        var labels = new ArrayList<Line>();
        for (int index = 0; index < points.size(); index += every) {
            labels.add(new Line(ChartScale.px(x(index)), points.get(index).label()));
        }
        return labels;
    }

    public Optional<Line> markLine() {
        return mark.map(line -> new Line(ChartScale.px(y(line.value())), line.words()));
    }

    private List<List<Integer>> stretches() {
        var all = new ArrayList<List<Integer>>();
        List<Integer> current = new ArrayList<>();
        for (int index = 0; index < points.size(); index++) {
            if (points.get(index).value().isPresent()) {
                current.add(index);
            } else if (!current.isEmpty()) {
                all.add(current);
                current = new ArrayList<>();
            }
        }
        if (!current.isEmpty()) {
            all.add(current);
        }
        return all;
    }

    private String line(List<Integer> stretch) {
        var path = new StringJoiner(" L", "M", "");
        stretch.forEach(index -> path.add(at(index, points.get(index).value().orElseThrow())));
        return path.toString();
    }

    private String band(List<Integer> stretch) {
        var path = new StringJoiner(" L", "M", " Z");
        stretch.forEach(index -> path.add(at(index, points.get(index).high().orElseThrow())));
        stretch.reversed()
                .forEach(index -> path.add(at(index, points.get(index).low().orElseThrow())));
        return path.toString();
    }

    private String at(int index, double value) {
        return ChartScale.px(x(index)) + " " + ChartScale.px(y(value));
    }

    private double x(int index) {
        return points.size() == 1 ? (LEFT + RIGHT) / 2 : LEFT + 12 + index * (RIGHT - LEFT - 24) / (points.size() - 1);
    }

    private double y(double value) {
        return BOTTOM - scale().place(value, 0, BOTTOM - TOP);
    }

    private ChartScale scale() {
        double most = Math.max(mark.map(Mark::value).orElse(0.0), 1);
        for (Point point : points) {
            most = Math.max(most, Math.max(point.value().orElse(0), point.high().orElse(0)));
        }
        return ChartScale.holding(unit, 0, most, 4);
    }
}
