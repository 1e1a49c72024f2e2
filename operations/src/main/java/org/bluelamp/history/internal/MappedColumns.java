package org.bluelamp.history.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.Mapping.Interval;
import org.bluelamp.history.Mapping.TextColumn;

/// Every column a mapping reads, each once.
class MappedColumns {
    private MappedColumns() {}

    static Set<String> of(Mapping mapping) {
        var names = new LinkedHashSet<>(mapping.keyColumns());
        mapping.day().ifPresent(day -> names.addAll(day.columns()));
        mapping.times().forEach(time -> names.addAll(time.columns()));
        for (Interval interval : mapping.intervals()) {
            switch (interval) {
                case Interval.Counted counted -> names.add(counted.column());
                case Interval.Between _ -> {}
            }
        }
        mapping.grades().ifPresent(grades -> names.add(grades.column()));
        for (TextColumn text : mapping.texts().values()) {
            switch (text) {
                case TextColumn.Read read -> names.add(read.column());
                case TextColumn.Always _ -> {}
            }
        }
        mapping.areas().forEach(area -> {
            names.add(area.codeColumn());
            area.nameColumn().ifPresent(names::add);
        });
        mapping.place().ifPresent(place -> {
            names.add(place.longitudeColumn());
            names.add(place.latitudeColumn());
        });
        return names;
    }
}
