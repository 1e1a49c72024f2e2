package org.bluelamp.history.internal;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.history.HistoryEvent.Imported;
import org.bluelamp.history.Preview;

/// Rows of a preview: the cells as they stand, and what each field of an incident became.
class Previewing {
    private final DateTimeFormatter times;

    Previewing(ZoneId zone) {
        this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(zone);
    }

    Preview.Row row(CsvRow row, RowOutcome outcome) {
        List<String> cells = switch (row) {
            case CsvRow.Read read -> read.fields();
            case CsvRow.Broken broken -> List.of(new String(broken.raw(), StandardCharsets.UTF_8));
        };
        return switch (outcome) {
            case RowOutcome.Taken taken ->
                new Preview.Row(
                        row.line(),
                        cells,
                        fields(taken.facts()),
                        Map.of(),
                        taken.facts().flags());
            case RowOutcome.Refused refused -> new Preview.Row(row.line(), cells, Map.of(), faults(refused), List.of());
        };
    }

    private static Map<Integer, String> faults(RowOutcome.Refused refused) {
        var faults = new HashMap<Integer, String>();
        refused.faults().forEach(fault -> faults.merge(fault.column(), fault.reason(), (a, b) -> a + "; " + b));
        return faults;
    }

    private Map<String, String> fields(Imported row) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", row.key());
        fields.put(
                "day", row.serviceDay() + row.hour().map(" %02d h"::formatted).orElse(""));
        row.grade().ifPresent(grade -> fields.put("grade", grade + (row.topGrade() ? " (top)" : "")));
        row.agency().ifPresent(word -> fields.put("agency", word));
        row.type().ifPresent(word -> fields.put("type", word));
        row.channel().ifPresent(word -> fields.put("channel", word));
        row.disposition().ifPresent(word -> fields.put("disposition", word));
        row.period().ifPresent(word -> fields.put("period", word));
        row.areas().forEach(fields::put);
        row.place().ifPresent(at -> fields.put("place", "%.5f, %.5f".formatted(at.latitude(), at.longitude())));
        row.times().forEach((name, at) -> fields.put(name, times.format(at)));
        if (!row.intervalSeconds().isEmpty()) {
            fields.put(
                    "intervals",
                    row.intervalSeconds().entrySet().stream()
                            .map(one -> "%s %,d s".formatted(one.getKey(), one.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        return fields;
    }
}
