package org.bluelamp.performance.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bluelamp.console.ChartScale;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseFigures.Row;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.web.FigureScreen.Cell;
import org.bluelamp.statistics.Interval;
import org.bluelamp.statistics.Proportion;

/// How figures are worded for people: durations as minutes and seconds, shares to one decimal, counts with commas.
final class FigureWords {
    static final String NO_FIGURE = "–";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private FigureWords() {}

    static String count(long number) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(number);
    }

    static String time(double seconds) {
        return ChartScale.Unit.SECONDS.words(seconds);
    }

    static String time(OptionalDouble seconds) {
        return seconds.isPresent() ? time(seconds.getAsDouble()) : NO_FIGURE;
    }

    static String percent(Proportion share) {
        OptionalDouble percent = share.percent();
        return percent.isPresent() ? String.format(Locale.UK, "%.1f%%", percent.getAsDouble()) : NO_FIGURE;
    }

    static String between(Optional<Interval> interval) {
        return interval.map(known -> time(known.low()) + " to " + time(known.high()))
                .orElse("cannot tell");
    }

    static Cell countCell(long number) {
        return new Cell(count(number), String.valueOf(number));
    }

    static Cell timeCell(OptionalDouble seconds) {
        return new Cell(time(seconds), seconds.isPresent() ? String.valueOf(seconds.getAsDouble()) : "");
    }

    static Cell percentCell(Proportion share) {
        OptionalDouble percent = share.percent();
        return new Cell(percent(share), percent.isPresent() ? String.valueOf(percent.getAsDouble()) : "");
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : day(from) + " to " + day(to);
    }

    /// A bound, e.g. `15 s` or `12 min`.
    static String bound(int seconds) {
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + " min" : seconds + " s";
    }

    /// The name of an interval or of a kind of area as it stands in a sentence: `first-arrival` → `First arrival`.
    static String name(String word) {
        String spaced = word.replace('-', ' ').replace('_', ' ');
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.UK) + spaced.substring(1);
    }

    static String name(Breakdown breakdown) {
        return switch (breakdown) {
            case SOURCE -> "Source";
            case AREA -> "Area";
            case AGENCY -> "Agency";
            case GRADE -> "Grade";
            case TYPE -> "Type";
            case HOUR -> "Hour received";
            case WEEK -> "Week from";
            case MONTH -> "Month";
        };
    }

    /// What a row is called: the area by its name, the hour as `21:00`, weeks and months as dates.
    static String label(Breakdown breakdown, Row row) {
        String value = row.key().getOrDefault(breakdown, ResponseQuery.NOT_STATED);
        return row.labels().getOrDefault(breakdown, value(breakdown, value));
    }

    static String value(Breakdown breakdown, String value) {
        if (value.equals(ResponseQuery.NOT_STATED)) {
            return value;
        }
        return switch (breakdown) {
            case SOURCE, AREA, AGENCY, GRADE, TYPE -> value;
            case HOUR -> value + ":00";
            case WEEK -> day(LocalDate.parse(value));
            case MONTH -> MONTH.format(YearMonth.parse(value));
        };
    }

    /// The same, short enough for an axis.
    static String axis(Breakdown breakdown, String value) {
        return breakdown == Breakdown.WEEK ? WEEK.format(LocalDate.parse(value)) : value(breakdown, value);
    }
}
