package org.bluelamp.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Values of named things side by side, longest name readable: horizontal bars in the order given, each with its
/// value, its count and, where one is known, its interval. Few observations are marked as such.
public record ChartBars(String title, ChartScale.Unit unit, List<Bar> bars, Optional<Mark> mark) {
    /// The most bars one chart is drawn with.
    public static final int BARS_MAX = 60;

    private static final double LEFT = 178;
    private static final double RIGHT = 560;
    private static final double TOP = 30;
    private static final double ROW = 26;

    /// One bar: `count` observations gave `value`; `few` says that they are too few to rest anything on.
    public record Bar(String label, double value, long count, boolean few, boolean marked, Optional<String> href) {}

    /// A line through all bars, e.g. the target or the whole service.
    public record Mark(String words, double value) {}

    /// A bar as drawn. Lengths are in units of the drawing.
    public record Drawn(
            String y,
            String textY,
            String width,
            String label,
            String value,
            String count,
            String style,
            String href) {}

    /// A tick or the mark as drawn.
    public record Line(String at, String words) {}

    public ChartBars {
        bars = List.copyOf(bars);
        if (bars.isEmpty() || bars.size() > BARS_MAX) {
            throw new IllegalArgumentException(
                    "A chart is drawn with 1 to %d bars, not %d.".formatted(BARS_MAX, bars.size()));
        }
    }

    public String height() {
        return ChartScale.px(bottom() + 8);
    }

    public String bottomLine() {
        return ChartScale.px(bottom());
    }

    private double bottom() {
        return TOP + bars.size() * ROW;
    }

    public List<Drawn> drawn() {
        ChartScale scale = scale();
        return IntStream.range(0, bars.size())
                .mapToObj(index -> drawn(bars.get(index), TOP + index * ROW, scale))
                .toList();
    }

    private Drawn drawn(Bar bar, double top, ChartScale scale) {
        String style = (bar.few() ? " few" : "") + (bar.marked() ? " marked" : "");
        return new Drawn(
                ChartScale.px(top + 4),
                ChartScale.px(top + ROW / 2 + 4.5),
                ChartScale.px(Math.max(scale.place(bar.value(), 0, RIGHT - LEFT), 1)),
                bar.label(),
                unit.words(bar.value()),
                ChartScale.Unit.NUMBER.words(bar.count()),
                style,
                bar.href().orElse(""));
    }

    public List<Line> lines() {
        ChartScale scale = scale();
        return scale.ticks().stream()
                .map(tick -> new Line(ChartScale.px(scale.place(tick.value(), LEFT, RIGHT - LEFT)), tick.words()))
                .toList();
    }

    public Optional<Line> markLine() {
        return mark.map(line -> new Line(ChartScale.px(scale().place(line.value(), LEFT, RIGHT - LEFT)), line.words()));
    }

    private ChartScale scale() {
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        double marked = mark.map(Mark::value).orElse(0.0);
        return ChartScale.holding(unit, 0, Math.max(Math.max(most, marked), 1), 5);
    }
}
