package org.bluelamp.performance.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseQuery;

/// What is asked of one chunk: a value, so that what was computed for it once is found again.
///
/// `fromDay` to `toDay` are days of the chunk's month; `areaSlot` is -1 where the source has no such kind of area;
/// `slots` are the intervals wanted.
record Slice(
        List<Breakdown> by,
        List<Wanted> where,
        int areaSlot,
        DayOfWeek weekStarts,
        int fromDay,
        int toDay,
        List<Integer> slots) {
    static final int MONTH_DAYS_MAX = 31;

    /// The number that a breakdown must have; `Words.UNKNOWN` matches nothing.
    record Wanted(Breakdown breakdown, int number) {}

    /// The slice a query makes of any month it covers whole. Sources are chosen before, so they are no condition.
    static Slice of(ResponseQuery query, Words words, int areaSlot, List<Integer> slots) {
        var where = new ArrayList<Wanted>();
        for (Map.Entry<Breakdown, String> wanted : query.where().entrySet()) {
            if (wanted.getKey() != Breakdown.SOURCE) {
                where.add(new Wanted(wanted.getKey(), number(wanted.getKey(), wanted.getValue(), query, words)));
            }
        }
        boolean weeks = query.by().contains(Breakdown.WEEK) || query.where().containsKey(Breakdown.WEEK);
        DayOfWeek weekStarts = weeks ? query.weekStarts() : DayOfWeek.MONDAY;
        return new Slice(query.by(), where, areaSlot, weekStarts, 1, MONTH_DAYS_MAX, slots);
    }

    /// The same, cut to the part of this month that lies in the query's period.
    Slice cutTo(YearMonth month, ResponseQuery query) {
        int first = query.from().isAfter(month.atDay(1)) ? query.from().getDayOfMonth() : 1;
        int last = query.to().isBefore(month.atEndOfMonth()) ? query.to().getDayOfMonth() : MONTH_DAYS_MAX;
        return new Slice(by, where, areaSlot, weekStarts, first, last, slots);
    }

    private static int number(Breakdown breakdown, String value, ResponseQuery query, Words words) {
        return switch (breakdown) {
            case SOURCE -> throw new IllegalArgumentException("A source is no part of a slice.");
            case AREA, AGENCY, GRADE, TYPE -> words.find(value);
            case HOUR -> Values.hour(value);
            case WEEK ->
                (int) weekOf(Values.day("week", value), query.weekStarts()).toEpochDay();
            case MONTH -> Values.month(value);
        };
    }

    static LocalDate weekOf(LocalDate day, DayOfWeek weekStarts) {
        return day.with(TemporalAdjusters.previousOrSame(weekStarts));
    }
}
