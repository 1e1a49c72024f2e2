package org.bluelamp.performance;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bluelamp.statistics.QuantileType;

/// A question about response as text: the same fields on the command line, in addresses and in the API.
///
/// `from`, `to`, `by`, `source`, `agency`, `grade`, `type`, `area`, `hour`, `week`, `month`, `area-kind`, `interval`,
/// `within` (seconds, with commas), `week-starts` (a day), `quantile-type` (1 to 9). A field left empty is not given.
public final class QueryFields {
    /// The longest value of a field, in characters.
    public static final int CHARACTERS_MAX = 200;

    private static final Set<String> OTHERS =
            Set.of("from", "to", "by", "area-kind", "interval", "within", "week-starts", "quantile-type");

    private QueryFields() {}

    /// The fields there are.
    public static Set<String> names() {
        var names = new TreeSet<>(OTHERS);
        Arrays.stream(Breakdown.values()).map(Breakdown::word).forEach(names::add);
        return names;
    }

    /// Reads a question.
    ///
    /// Errors: `QueryFault` with the field at fault, also for a field that does not exist.
    public static ResponseQuery read(Map<String, String> fields) {
        fields.forEach(QueryFields::check);
        return new ResponseQuery(
                day(fields, "from"),
                day(fields, "to"),
                list(fields, "by").stream().map(QueryFields::breakdown).toList(),
                where(fields),
                given(fields, "area-kind"),
                list(fields, "interval"),
                given(fields, "within").isEmpty()
                        ? List.of(ResponseQuery.WITHIN_SECONDS_DEFAULT)
                        : list(fields, "within").stream()
                                .map(QueryFields::seconds)
                                .distinct()
                                .toList(),
                given(fields, "week-starts").map(QueryFields::dayOfWeek).orElse(DayOfWeek.MONDAY),
                given(fields, "quantile-type").map(QueryFields::quantileType).orElse(QuantileType.TYPE_7));
    }

    /// The question as text again: what stands in an address.
    public static Map<String, String> write(ResponseQuery query) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("from", query.from().toString());
        fields.put("to", query.to().toString());
        fields.put("by", ResponseQuery.words(query.by()));
        query.where().forEach((breakdown, value) -> fields.put(breakdown.word(), value));
        query.areaKind().ifPresent(kind -> fields.put("area-kind", kind));
        fields.put("interval", String.join(",", query.intervals()));
        fields.put(
                "within",
                String.join(
                        ",", query.withinSeconds().stream().map(String::valueOf).toList()));
        if (query.weekStarts() != DayOfWeek.MONDAY) {
            fields.put("week-starts", query.weekStarts().name());
        }
        if (query.quantileType() != QuantileType.TYPE_7) {
            fields.put("quantile-type", String.valueOf(query.quantileType().number()));
        }
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static void check(String field, String value) {
        if (!names().contains(field)) {
            throw new QueryFault(
                    field,
                    "No field of a report is called (%s). The fields are: %s."
                            .formatted(field, String.join(", ", names())));
        }
        if (value.length() > CHARACTERS_MAX) {
            throw new QueryFault(
                    field,
                    "The field (%s) has %d characters; at most %d are read."
                            .formatted(field, value.length(), CHARACTERS_MAX));
        }
    }

    private static Optional<String> given(Map<String, String> fields, String field) {
        return Optional.ofNullable(fields.get(field)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static List<String> list(Map<String, String> fields, String field) {
        var values = new ArrayList<String>();
        for (String value : given(fields, field).map(all -> all.split(",", -1)).orElse(new String[0])) {
            if (value.isBlank()) {
                throw new QueryFault(
                        field,
                        "The list (%s) of the field (%s) has an empty place.".formatted(fields.get(field), field));
            }
            values.add(value.strip());
        }
        return values;
    }

    private static LocalDate day(Map<String, String> fields, String field) {
        String value = given(fields, field)
                .orElseThrow(() ->
                        new QueryFault(field, "The field (%s) is needed: a date such as 2025-11-09.".formatted(field)));
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() < 1900 || day.getYear() > 2999) {
                throw new QueryFault(field, "The day (%s) must lie from 1900 to 2999.".formatted(value));
            }
            return day;
        } catch (DateTimeException _) {
            throw new QueryFault(
                    field, "The field (%s) must be a date such as 2025-11-09, not (%s).".formatted(field, value));
        }
    }

    private static Breakdown breakdown(String word) {
        return Breakdown.of(word)
                .orElseThrow(() -> new QueryFault(
                        "by",
                        "Figures are not broken down by (%s). They are by: %s."
                                .formatted(word, ResponseQuery.words(List.of(Breakdown.values())))));
    }

    private static Map<Breakdown, String> where(Map<String, String> fields) {
        var where = new EnumMap<Breakdown, String>(Breakdown.class);
        for (Breakdown breakdown : Breakdown.values()) {
            given(fields, breakdown.word()).ifPresent(value -> where.put(breakdown, value));
        }
        return where;
    }

    private static int seconds(String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new QueryFault("within", "The bound (%s) must be whole seconds, such as 15 or 720.".formatted(value));
        }
        return Integer.parseInt(value);
    }

    private static DayOfWeek dayOfWeek(String value) {
        String asked = value.toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> new QueryFault(
                        "week-starts",
                        "The week starts on a day such as MONDAY or SUNDAY, not on (%s).".formatted(value)));
    }

    private static QuantileType quantileType(String value) {
        if (!value.matches("[1-9]")) {
            throw new QueryFault("quantile-type", "The quantile type (%s) must be from 1 to 9.".formatted(value));
        }
        return QuantileType.of(Integer.parseInt(value));
    }
}
