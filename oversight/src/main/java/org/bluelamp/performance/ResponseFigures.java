package org.bluelamp.performance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bluelamp.statistics.Confidence;
import org.bluelamp.statistics.Histogram;
import org.bluelamp.statistics.Interval;
import org.bluelamp.statistics.Proportion;
import org.bluelamp.statistics.SmallNumbers;

/// Response figures (D11) of a period, each with its count, what was excluded and why, and how sure it is.
///
/// `source` is the one source all rows come from. Where several sources have incidents in the period it is empty,
/// and each row's key begins with its source: figures of two services are never mixed.
public record ResponseFigures(ResponseQuery query, Optional<String> source, List<Row> rows) {
    /// The bound of "% taking more than 30 minutes" (D11), in seconds.
    public static final int LONG_SECONDS = 1_800;

    private static final double NINETY_PER_CENT = 0.9;

    public ResponseFigures {
        rows = List.copyOf(rows);
    }

    /// One interval of the incidents with one key.
    ///
    /// - `key`: the value of each breakdown, in the order asked; `labels` the same in words, where they differ.
    /// - `source`: whose incidents they are; `areaKind` what an area in the key is.
    /// - `counts`: how many incidents, how many have a grade, how many of those a top grade.
    /// - `durations`: those that count; `excluded`: those that do not.
    public record Row(
            Map<Breakdown, String> key,
            Map<Breakdown, String> labels,
            String source,
            Optional<String> areaKind,
            String interval,
            Counts counts,
            Histogram durations,
            Excluded excluded) {

        public int n() {
            return durations.count();
        }

        public Proportion overThirtyMinutes() {
            return durations.over(LONG_SECONDS);
        }

        public boolean small() {
            return SmallNumbers.isSmall(n());
        }

        public Optional<Interval> medianInterval() {
            return durations.medianInterval(Confidence.PER_CENT_95);
        }
    }

    /// Incidents of a row, those with a grade, and those with one of the source's top grades.
    public record Counts(int incidents, int graded, int top) {
        public Counts plus(Counts other) {
            return new Counts(incidents + other.incidents, graded + other.graded, top + other.top);
        }

        public Proportion topGrade() {
            return new Proportion(top, graded);
        }
    }

    /// Why incidents of a row have no duration that counts: one of the two times is missing, or they run backwards.
    public record Excluded(int missing, int negative) {
        public int all() {
            return missing + negative;
        }

        public Excluded plus(Excluded other) {
            return new Excluded(missing + other.missing, negative + other.negative);
        }
    }

    public OptionalDouble median(Row row) {
        return row.durations().quantile(0.5, query.quantileType());
    }

    public OptionalDouble ninetieth(Row row) {
        return row.durations().quantile(NINETY_PER_CENT, query.quantileType());
    }
}
