package org.bluelamp.history.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.Mapping.Interval;
import org.bluelamp.history.Mapping.TextColumn;

/// Every column a mapping reads, each once.
class MappedColumns {
    private MappedColumns() {}

    static Set<String> of(Mapping mapping) {
        return readAs(mapping).keySet();
    }

    /// What each column is read as, e.g. `received`, `area borough`, `interval attendance`; one may serve twice.
    static Map<String, List<String>> readAs(Mapping mapping) {
        var uses = new LinkedHashMap<String, List<String>>();
        mapping.keyColumns().forEach(column -> use(uses, column, "key"));
        mapping.day().ifPresent(day -> day.columns().forEach(column -> use(uses, column, "day")));
        mapping.times().forEach(time -> time.columns().forEach(column -> use(uses, column, time.name())));
        for (Interval interval : mapping.intervals()) {
            switch (interval) {
                case Interval.Counted counted -> use(uses, counted.column(), "interval " + counted.name());
                case Interval.Between _ -> {}
            }
        }
        mapping.grades().ifPresent(grades -> use(uses, grades.column(), "grade"));
        mapping.texts().forEach((name, text) -> {
            switch (text) {
                case TextColumn.Read read ->
                    use(uses, read.column(), name.name().toLowerCase(Locale.ROOT));
                case TextColumn.Always _ -> {}
            }
        });
        mapping.areas().forEach(area -> {
            use(uses, area.codeColumn(), "area " + area.kind());
            area.nameColumn().ifPresent(column -> use(uses, column, "name of " + area.kind()));
        });
        mapping.place().ifPresent(place -> {
            use(uses, place.longitudeColumn(), "longitude");
            use(uses, place.latitudeColumn(), "latitude");
        });
        return uses;
    }

    private static void use(Map<String, List<String>> uses, String column, String as) {
        uses.computeIfAbsent(column, _ -> new ArrayList<>()).add(as);
    }
}
