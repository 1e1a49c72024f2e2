package org.bluelamp.performance.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/// The facts of one source in one month, in columns; never changed, replaced by a chunk of a newer version.
///
/// Units: `month` is years × 12 + month - 1; `day` of the month from 1; `hour` from 1, 0 where only the day is known;
/// `seconds[slot][row]`, `MISSING` where the row lacks the interval. Words are numbers of `Words`.
/// Memory: 15 bytes a row, 4 more for each kind of area and each interval (measured in ADR 0009).
final class FactChunk {
    static final int MISSING = Integer.MIN_VALUE;

    final String source;
    final int month;
    final long version;
    final int size;
    final byte[] day;
    final byte[] hour;
    final boolean[] top;
    final int[] agency;
    final int[] grade;
    final int[] type;
    final int[][] areas;
    final int[][] seconds;

    private FactChunk(Builder from) {
        source = from.source;
        month = from.month;
        version = from.version;
        size = from.size;
        day = Arrays.copyOf(from.day, size);
        hour = Arrays.copyOf(from.hour, size);
        top = Arrays.copyOf(from.top, size);
        agency = Arrays.copyOf(from.agency, size);
        grade = Arrays.copyOf(from.grade, size);
        type = Arrays.copyOf(from.type, size);
        areas = trimmed(from.areas, size);
        seconds = trimmed(from.seconds, size);
    }

    private static int[][] trimmed(int[][] columns, int size) {
        return Arrays.stream(columns).map(column -> Arrays.copyOf(column, size)).toArray(int[][]::new);
    }

    static int monthOf(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    YearMonth yearMonth() {
        return YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
    }

    /// Whether it has a column for every interval and kind of area that the source knows by now.
    boolean fits(SourceFacts of) {
        return areas.length == of.areaSlots().size()
                && seconds.length == of.intervalSlots().size();
    }

    LocalDate firstDay() {
        byte first = Byte.MAX_VALUE;
        for (byte one : day) {
            first = one < first ? one : first;
        }
        return yearMonth().atDay(first);
    }

    LocalDate lastDay() {
        byte last = 1;
        for (byte one : day) {
            last = one > last ? one : last;
        }
        return yearMonth().atDay(last);
    }

    /// One fact on its way into a chunk.
    record Fact(int day, int hour, boolean top, int agency, int grade, int type, int[] areas, int[] seconds) {}

    /// Gathers facts of one source and month.
    static final class Builder {
        private final String source;
        private final int month;
        private final long version;
        private int size;
        private byte[] day;
        private byte[] hour;
        private boolean[] top;
        private int[] agency;
        private int[] grade;
        private int[] type;
        private final int[][] areas;
        private final int[][] seconds;

        Builder(String source, int month, long version, int areaKinds, int intervals) {
            this.source = source;
            this.month = month;
            this.version = version;
            int room = 1_024;
            day = new byte[room];
            hour = new byte[room];
            top = new boolean[room];
            agency = new int[room];
            grade = new int[room];
            type = new int[room];
            areas = new int[areaKinds][room];
            seconds = new int[intervals][room];
        }

        void add(Fact fact) {
            if (size == day.length) {
                grow(size * 2);
            }
            day[size] = (byte) fact.day();
            hour[size] = (byte) fact.hour();
            top[size] = fact.top();
            agency[size] = fact.agency();
            grade[size] = fact.grade();
            type[size] = fact.type();
            for (int kind = 0; kind < areas.length; kind++) {
                areas[kind][size] = kind < fact.areas().length ? fact.areas()[kind] : Words.NOT_STATED;
            }
            for (int slot = 0; slot < seconds.length; slot++) {
                seconds[slot][size] = slot < fact.seconds().length ? fact.seconds()[slot] : MISSING;
            }
            size++;
        }

        private void grow(int room) {
            day = Arrays.copyOf(day, room);
            hour = Arrays.copyOf(hour, room);
            top = Arrays.copyOf(top, room);
            agency = Arrays.copyOf(agency, room);
            grade = Arrays.copyOf(grade, room);
            type = Arrays.copyOf(type, room);
            Arrays.setAll(areas, kind -> Arrays.copyOf(areas[kind], room));
            Arrays.setAll(seconds, slot -> Arrays.copyOf(seconds[slot], room));
        }

        FactChunk build() {
            return new FactChunk(this);
        }
    }
}
