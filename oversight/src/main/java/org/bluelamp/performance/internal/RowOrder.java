package org.bluelamp.performance.internal;

import java.util.Comparator;
import java.util.List;
import org.bluelamp.performance.Breakdown;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.internal.Figures.Group;

/// The order of rows: by their key, part by part; grades as the source ranks them, areas by name, the rest as text;
/// what is not stated comes last.
final class RowOrder implements Comparator<Group> {
    private final ResponseQuery query;
    private final Words words;

    RowOrder(ResponseQuery query, Words words) {
        this.query = query;
        this.words = words;
    }

    @Override
    public int compare(Group one, Group other) {
        if (!query.by().contains(Breakdown.SOURCE)) {
            int bySource = one.source().source().compareTo(other.source().source());
            if (bySource != 0) {
                return bySource;
            }
        }
        for (int at = 0; at < query.by().size(); at++) {
            int order = part(query.by().get(at), at, one, other);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int part(Breakdown breakdown, int at, Group one, Group other) {
        String value = one.value(breakdown, at, words);
        String otherValue = other.value(breakdown, at, words);
        boolean stated = !value.equals(ResponseQuery.NOT_STATED);
        boolean otherStated = !otherValue.equals(ResponseQuery.NOT_STATED);
        if (stated != otherStated) {
            return stated ? -1 : 1;
        }
        return switch (breakdown) {
            case GRADE -> {
                int rank = Integer.compare(
                        rank(value, one.source().grades()),
                        rank(otherValue, other.source().grades()));
                yield rank == 0 ? value.compareTo(otherValue) : rank;
            }
            case AREA -> {
                int byName = one.source()
                        .areaName(one.areaKind(), value)
                        .compareTo(other.source().areaName(other.areaKind(), otherValue));
                yield byName == 0 ? value.compareTo(otherValue) : byName;
            }
            case SOURCE, AGENCY, TYPE, HOUR, WEEK, MONTH -> value.compareTo(otherValue);
        };
    }

    private static int rank(String grade, List<String> grades) {
        int rank = grades.indexOf(grade);
        return rank < 0 ? grades.size() : rank;
    }
}
