package org.bluelamp.performance.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseFigures.Counts;
import org.bluelamp.performance.ResponseFigures.Excluded;
import org.bluelamp.statistics.Histogram;

/// Computes what a slice asks of a chunk: rows are told apart, then each group's durations counted.
final class Cells {
    /// The most rows of a report that one chunk may give: beyond, the breakdown is of no use to anybody.
    static final int GROUPS_MAX = 200_000;

    private static final int NONE = -1;

    private final FactChunk chunk;
    private final Slice slice;
    /// The group of each row, `NONE` for rows not asked for.
    private final int[] group;

    private int groups;
    private final List<PairNumbers> levels = new ArrayList<>();

    private Cells(FactChunk chunk, Slice slice) {
        this.chunk = chunk;
        this.slice = slice;
        this.group = new int[chunk.size];
    }

    static Map<CellKey, Cell> of(FactChunk chunk, Slice slice) {
        var cells = new Cells(chunk, slice);
        cells.keepDays();
        slice.where().forEach(cells::keep);
        cells.groups = cells.anyKept() ? 1 : 0;
        slice.by().forEach(cells::tellApart);
        return cells.count();
    }

    private void keepDays() {
        if (slice.fromDay() > 1 || slice.toDay() < Slice.MONTH_DAYS_MAX) {
            for (int row = 0; row < group.length; row++) {
                if (chunk.day[row] < slice.fromDay() || chunk.day[row] > slice.toDay()) {
                    group[row] = NONE;
                }
            }
        }
    }

    private void keep(Slice.Wanted wanted) {
        IntUnaryOperator column = column(wanted.breakdown());
        for (int row = 0; row < group.length; row++) {
            if (column.applyAsInt(row) != wanted.number()) {
                group[row] = NONE;
            }
        }
    }

    private boolean anyKept() {
        return Arrays.stream(group).anyMatch(one -> one != NONE);
    }

    private void tellApart(Breakdown breakdown) {
        IntUnaryOperator column = column(breakdown);
        var pairs = new PairNumbers();
        for (int row = 0; row < group.length; row++) {
            if (group[row] != NONE) {
                group[row] = pairs.number(group[row], column.applyAsInt(row));
            }
        }
        if (pairs.count() > GROUPS_MAX) {
            throw new IllegalStateException("The report has more than %d rows.".formatted(GROUPS_MAX));
        }
        groups = pairs.count();
        levels.add(pairs);
    }

    private IntUnaryOperator column(Breakdown breakdown) {
        return switch (breakdown) {
            case SOURCE -> _ -> 0;
            case AREA -> slice.areaSlot() < 0 ? _ -> Words.NOT_STATED : row -> chunk.areas[slice.areaSlot()][row];
            case AGENCY -> row -> chunk.agency[row];
            case GRADE -> row -> chunk.grade[row];
            case TYPE -> row -> chunk.type[row];
            case HOUR -> row -> chunk.hour[row];
            case WEEK -> weeks();
            case MONTH -> _ -> chunk.month;
        };
    }

    private IntUnaryOperator weeks() {
        int[] weekOfDay = new int[Slice.MONTH_DAYS_MAX + 1];
        for (int day = 1; day <= chunk.yearMonth().lengthOfMonth(); day++) {
            LocalDate date = chunk.yearMonth().atDay(day);
            weekOfDay[day] = (int) Slice.weekOf(date, slice.weekStarts()).toEpochDay();
        }
        return row -> weekOfDay[chunk.day[row]];
    }

    private Map<CellKey, Cell> count() {
        int[] incidents = new int[groups];
        int[] graded = new int[groups];
        int[] top = new int[groups];
        for (int row = 0; row < group.length; row++) {
            if (group[row] != NONE) {
                incidents[group[row]]++;
                graded[group[row]] += chunk.grade[row] == Words.NOT_STATED ? 0 : 1;
                top[group[row]] += chunk.top[row] && chunk.grade[row] != Words.NOT_STATED ? 1 : 0;
            }
        }
        var durations = new ArrayList<Durations>();
        for (int slot : slice.slots()) {
            durations.add(durations(chunk.seconds[slot], incidents));
        }
        var cells = new HashMap<CellKey, Cell>();
        for (int one = 0; one < groups; one++) {
            int at = one;
            cells.put(
                    key(one),
                    new Cell(
                            new Counts(incidents[one], graded[one], top[one]),
                            durations.stream().map(all -> all.histograms[at]).toList(),
                            durations.stream().map(all -> all.excluded[at]).toList()));
        }
        return cells;
    }

    private record Durations(Histogram[] histograms, Excluded[] excluded) {}

    /// Lays the durations of each group side by side, then counts group by group.
    private Durations durations(int[] seconds, int[] incidents) {
        int[] next = new int[groups];
        for (int one = 1; one < groups; one++) {
            next[one] = next[one - 1] + incidents[one - 1];
        }
        int[] starts = next.clone();
        int[] laid = new int[Arrays.stream(incidents).sum()];
        int[] missing = new int[groups];
        int[] negative = new int[groups];
        for (int row = 0; row < group.length; row++) {
            int of = group[row];
            if (of == NONE) {
                continue;
            }
            int duration = seconds[row];
            if (duration == FactChunk.MISSING) {
                missing[of]++;
            } else if (duration < 0) {
                negative[of]++;
            } else {
                laid[next[of]++] = duration;
            }
        }
        var histograms = new Histogram[groups];
        var excluded = new Excluded[groups];
        for (int one = 0; one < groups; one++) {
            histograms[one] = Histogram.ofRange(laid, starts[one], next[one]);
            excluded[one] = new Excluded(missing[one], negative[one]);
        }
        return new Durations(histograms, excluded);
    }

    private CellKey key(int one) {
        int[] numbers = new int[levels.size()];
        int at = one;
        for (int level = levels.size() - 1; level >= 0; level--) {
            numbers[level] = levels.get(level).second(at);
            at = levels.get(level).first(at);
        }
        return new CellKey(numbers);
    }
}
