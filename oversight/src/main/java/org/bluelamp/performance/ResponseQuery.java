package org.bluelamp.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.statistics.QuantileType;

/// Which response figures are asked for.
///
/// - `from`, `to`: service days, in each source's own zone, both included.
/// - `by`: what each row is one of, in this order; empty for one row.
/// - `where`: the value a breakdown must have, e.g. `AGENCY` → `POLICE`; an area is given by its code.
/// - `areaKind`: which kind of area `AREA` means, e.g. `ward`; else `borough` where a source has it, else its first.
/// - `intervals`: names of intervals; empty for every interval of each source.
/// - `withinSeconds`: for each, the share of durations no longer than it.
///
/// Units: seconds. Limits: `YEARS_MAX` years, `WITHIN_MAX` bounds.
public record ResponseQuery(
        LocalDate from,
        LocalDate to,
        List<Breakdown> by,
        Map<Breakdown, String> where,
        Optional<String> areaKind,
        List<String> intervals,
        List<Integer> withinSeconds,
        DayOfWeek weekStarts,
        QuantileType quantileType) {

    /// The longest period one report covers, in years.
    public static final int YEARS_MAX = 100;
    /// The most bounds one report is asked for.
    public static final int WITHIN_MAX = 10;
    /// The largest bound, in seconds: thirty days.
    public static final int WITHIN_SECONDS_MAX = 2_592_000;
    /// Twelve minutes, the papers' own target of response (D11), where no bound is asked for.
    public static final int WITHIN_SECONDS_DEFAULT = 720;
    /// What stands for a value that the record does not state.
    public static final String NOT_STATED = "not stated";

    public ResponseQuery {
        by = List.copyOf(by);
        where = where.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(where));
        intervals = List.copyOf(intervals);
        withinSeconds = List.copyOf(withinSeconds);
        if (to.isBefore(from)) {
            throw new QueryFault("to", "The period ends (%s) before it begins (%s).".formatted(to, from));
        }
        if (from.plusYears(YEARS_MAX).isBefore(to)) {
            throw new QueryFault("to", "The period (%s to %s) is longer than %d years.".formatted(from, to, YEARS_MAX));
        }
        if (!by.isEmpty() && EnumSet.copyOf(by).size() < by.size()) {
            throw new QueryFault("by", "The same breakdown (%s) is named twice.".formatted(words(by)));
        }
        if (withinSeconds.size() > WITHIN_MAX) {
            throw new QueryFault("within", "At most %d bounds can be asked for at once.".formatted(WITHIN_MAX));
        }
        for (int seconds : withinSeconds) {
            if (seconds < 0 || seconds > WITHIN_SECONDS_MAX) {
                throw new QueryFault(
                        "within",
                        "The bound (%d) must be from 0 to %d seconds.".formatted(seconds, WITHIN_SECONDS_MAX));
            }
        }
    }

    /// Everything in the period, by nothing, with the defaults.
    public static ResponseQuery of(LocalDate from, LocalDate to) {
        return new ResponseQuery(
                from,
                to,
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(WITHIN_SECONDS_DEFAULT),
                DayOfWeek.MONDAY,
                QuantileType.TYPE_7);
    }

    public ResponseQuery by(Breakdown... breakdowns) {
        return new ResponseQuery(
                from, to, List.of(breakdowns), where, areaKind, intervals, withinSeconds, weekStarts, quantileType);
    }

    /// All incidents asked for as one.
    public ResponseQuery byNothing() {
        return by(new Breakdown[0]);
    }

    /// Only incidents whose breakdown has this value.
    public ResponseQuery where(Breakdown breakdown, String value) {
        var all = new EnumMap<Breakdown, String>(Breakdown.class);
        all.putAll(where);
        all.put(breakdown, value);
        return new ResponseQuery(from, to, by, all, areaKind, intervals, withinSeconds, weekStarts, quantileType);
    }

    public ResponseQuery interval(String name) {
        return new ResponseQuery(from, to, by, where, areaKind, List.of(name), withinSeconds, weekStarts, quantileType);
    }

    public ResponseQuery within(Integer... seconds) {
        return new ResponseQuery(from, to, by, where, areaKind, intervals, List.of(seconds), weekStarts, quantileType);
    }

    public ResponseQuery weekStarts(DayOfWeek day) {
        return new ResponseQuery(from, to, by, where, areaKind, intervals, withinSeconds, day, quantileType);
    }

    public ResponseQuery areaKind(String kind) {
        return new ResponseQuery(
                from, to, by, where, Optional.of(kind), intervals, withinSeconds, weekStarts, quantileType);
    }

    static String words(List<Breakdown> by) {
        return String.join(",", by.stream().map(Breakdown::word).toList());
    }
}
