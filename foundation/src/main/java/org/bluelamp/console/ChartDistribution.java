package org.bluelamp.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A distribution: how many fell into each bin, with marks such as the median. Bins are in order and do not overlap;
/// a bin that is not given is empty.
public record ChartDistribution(
        String title, String countLabel, ChartScale.Unit unit, List<Bin> bins, List<Mark> marks) {
    /// The most bins a distribution is drawn with.
    public static final int BINS_MAX = 120;

    private static final double LEFT = 58;
    private static final double RIGHT = 628;
    private static final double TOP = 40;
    private static final double BOTTOM = 216;
    /// Room that one letter of the words of a mark takes, with some to spare.
    private static final double SIGN_WIDTH = 7.5;
    /// The lines that words of marks stand on, from the top.
    private static final List<Integer> WORD_ROWS = List.of(12, 28);

    /// How many fell from `from` (counted) to `to` (not counted), and where the page that lists them is.
    public record Bin(double from, double to, long count, Optional<String> href) {}

    /// A line across the chart at a value, with what it is: `median 5:12`.
    public record Mark(String words, double value) {}

    /// A bin as drawn. Lengths are in units of the drawing.
    public record Bar(String x, String y, String width, String height, String words, String count, String href) {}

    /// A tick as drawn.
    public record Line(String at, String words, String anchor) {}

    /// A mark as drawn: its place across, and the height its words stand at.
    public record MarkLine(String at, String words, String anchor, int wordsAt) {}

    public ChartDistribution {
        bins = List.copyOf(bins);
        marks = List.copyOf(marks);
        if (bins.isEmpty() || bins.size() > BINS_MAX) {
            throw new IllegalArgumentException(
                    "A distribution is drawn with 1 to %d bins, not %d.".formatted(BINS_MAX, bins.size()));
        }
    }

    public List<Bar> bars() {
        ChartScale across = across();
        ChartScale up = up();
        return bins.stream().map(bin -> bar(bin, across, up)).toList();
    }

    private Bar bar(Bin bin, ChartScale across, ChartScale up) {
        double left = across.place(bin.from(), LEFT, RIGHT - LEFT);
        double right = across.place(bin.to(), LEFT, RIGHT - LEFT);
        double height = up.place(bin.count(), 0, BOTTOM - TOP);
        return new Bar(
                ChartScale.px(left),
                ChartScale.px(BOTTOM - height),
                ChartScale.px(Math.max(right - left - 1, 1)),
                ChartScale.px(height),
                "%s to %s".formatted(unit.words(bin.from()), unit.words(bin.to())),
                ChartScale.Unit.NUMBER.words(bin.count()),
                bin.href().orElse(""));
    }

    public List<Line> acrossLines() {
        ChartScale across = across();
        return across.ticks().stream()
                .map(tick ->
                        new Line(ChartScale.px(across.place(tick.value(), LEFT, RIGHT - LEFT)), tick.words(), "middle"))
                .toList();
    }

    public List<Line> upLines() {
        ChartScale up = up();
        return up.ticks().stream()
                .map(tick ->
                        new Line(ChartScale.px(BOTTOM - up.place(tick.value(), 0, BOTTOM - TOP)), tick.words(), "end"))
                .toList();
    }

    /// The words of a mark stand behind its line, or before it where they would leave the drawing. Those of a mark
    /// that would run into the words of an earlier one stand one line lower.
    public List<MarkLine> markLines() {
        ChartScale across = across();
        double[] filledUpTo = new double[WORD_ROWS.size()];
        return marks.stream()
                .sorted(Comparator.comparingDouble(Mark::value))
                .map(mark -> {
                    double at = across.place(mark.value(), LEFT, RIGHT - LEFT);
                    double width = mark.words().length() * SIGN_WIDTH;
                    boolean before = at + width > RIGHT;
                    double from = before ? at - width : at;
                    int row = 0;
                    while (row < WORD_ROWS.size() - 1 && filledUpTo[row] > from) {
                        row++;
                    }
                    filledUpTo[row] = from + width;
                    return new MarkLine(ChartScale.px(at), mark.words(), before ? "end" : "start", WORD_ROWS.get(row));
                })
                .toList();
    }

    private ChartScale across() {
        return ChartScale.holding(unit, bins.getFirst().from(), bins.getLast().to(), 8);
    }

    private ChartScale up() {
        long most = bins.stream().mapToLong(Bin::count).max().orElse(1);
        return ChartScale.holding(ChartScale.Unit.NUMBER, 0, Math.max(most, 1), 4);
    }
}
