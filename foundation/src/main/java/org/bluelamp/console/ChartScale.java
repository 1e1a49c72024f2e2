package org.bluelamp.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The scale of a chart's axis: from zero or a round number to a round number, with ticks that a person would choose.
/// Units: those of `unit`; a length on the page is in units of the drawing.
public record ChartScale(Unit unit, double from, double to, double step) {
    private static final int TICKS_MAX = 60;
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double[] ROUND_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400
    };

    /// What is measured. Seconds are shown as minutes and seconds, shares as per cent of a hundred.
    public enum Unit {
        NUMBER,
        PERCENT,
        SECONDS;

        /// The value in words: `1,240`, `14.6%`, `5:12`, `1:04:12`.
        public String words(double value) {
            return switch (this) {
                case NUMBER -> number(value);
                case PERCENT -> number(value) + "%";
                case SECONDS -> time(Math.round(value));
            };
        }

        private static String number(double value) {
            return value == Math.rint(value)
                    ? String.format(Locale.UK, "%,.0f", value)
                    : String.format(Locale.UK, "%,.1f", value);
        }

        private static String time(long seconds) {
            long whole = Math.abs(seconds);
            String sign = seconds < 0 ? "-" : "";
            return whole < 3600
                    ? "%s%d:%02d".formatted(sign, whole / 60, whole % 60)
                    : "%s%d:%02d:%02d".formatted(sign, whole / 3600, whole % 3600 / 60, whole % 60);
        }
    }

    /// A tick: where it stands on the scale and what it says.
    public record Tick(double value, String words) {}

    public ChartScale {
        if (!(to > from) || !(step > 0) || (to - from) / step > TICKS_MAX) {
            throw new IllegalArgumentException(
                    "A scale from %s to %s by %s cannot be drawn.".formatted(from, to, step));
        }
    }

    /// A scale that holds both values with about `ticks` ticks.
    public static ChartScale holding(Unit unit, double least, double most, int ticks) {
        double span = most > least ? most - least : 1;
        double step = round(unit, span / ticks);
        double from = Math.floor(least / step) * step;
        double to = Math.ceil(most / step) * step;
        return new ChartScale(unit, from, to > from ? to : from + step, step);
    }

    private static double round(Unit unit, double rough) {
        if (unit == Unit.SECONDS) {
            for (double round : ROUND_SECONDS) {
                if (rough <= round) {
                    return round;
                }
            }
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            if (rough <= round * power) {
                return unit == Unit.PERCENT || round * power >= 1 ? round * power : 1;
            }
        }
        return 10 * power;
    }

    /// Where a value stands on an axis that starts at `start` and is `length` long; values outside stand at its ends.
    public double place(double value, double start, double length) {
        double held = Math.clamp(value, from, to);
        return start + (held - from) / (to - from) * length;
    }

    public List<Tick> ticks() {
        int last = (int) Math.round((to - from) / step);
        return IntStream.rangeClosed(0, last)
                .mapToObj(tick -> from + tick * step)
                .map(value -> new Tick(value, unit.words(value)))
                .toList();
    }

    /// A length of the drawing as it is written in SVG, to a tenth.
    static String px(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
