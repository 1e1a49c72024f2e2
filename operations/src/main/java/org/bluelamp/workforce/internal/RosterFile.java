package org.bluelamp.workforce.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.UnitCode;
import org.bluelamp.workforce.CrewMember;
import org.bluelamp.workforce.Rosters;
import org.bluelamp.workforce.TourPlan;
import org.bluelamp.workforce.TourRequest;

/// Reads the rows of a roster file; a broken row is a fault with line and field, and the next is read.
final class RosterFile {
    static final List<String> COLUMNS = List.of(
            "day",
            "callsign",
            "tour",
            "kind",
            "borough",
            "command_unit",
            "from",
            "until",
            "vehicle",
            "equipment",
            "crew");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().get();

    private final ZoneId zone;
    private final Optional<BoroughCode> within;

    RosterFile(ZoneId zone, Optional<BoroughCode> within) {
        this.zone = zone;
        this.within = within;
    }

    /// A field that cannot be read.
    private static final class FieldFault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;

        FieldFault(String field, String sentence, Throwable cause) {
            super(sentence, cause);
            this.field = field;
        }
    }

    /// Gives every readable row with its line to `each`, every other to `faulty`.
    void read(String csv, BiConsumer<Integer, TourRequest.Plan> each, Consumer<Rosters.Fault> faulty) {
        int line = 1;
        int rows = 0;
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Map<String, Integer> columns = Map.of();
            for (CSVRecord fields : parser) {
                if (columns.isEmpty()) {
                    columns = columns(fields);
                    List<String> missing = missing(columns);
                    if (!missing.isEmpty()) {
                        faulty.accept(new Rosters.Fault(
                                line, "head", "The columns (%s) are missing.".formatted(String.join(", ", missing))));
                        return;
                    }
                } else if (++rows > Rosters.ROWS_MAX) {
                    faulty.accept(new Rosters.Fault(
                            line, "file", "A roster has at most %,d rows.".formatted(Rosters.ROWS_MAX)));
                    return;
                } else if (fields.size() == columns.size()) {
                    row(line, new Row(columns, fields), each, faulty);
                } else if (fields.size() > 1 || !fields.get(0).isBlank()) {
                    faulty.accept(new Rosters.Fault(
                            line,
                            "row",
                            "The row has %d fields; the head has %d.".formatted(fields.size(), columns.size())));
                }
                line = (int) Math.min(Integer.MAX_VALUE, parser.getCurrentLineNumber() + 1);
            }
        } catch (UncheckedIOException | IOException torn) {
            faulty.accept(new Rosters.Fault(
                    line,
                    "row",
                    "The rows cannot be read from here on. Maybe a quote is not closed. %s."
                            .formatted(torn.getMessage())));
        }
    }

    private static Map<String, Integer> columns(CSVRecord head) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < head.size(); i++) {
            columns.put(head.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    private static List<String> missing(Map<String, Integer> columns) {
        return COLUMNS.stream().filter(column -> !columns.containsKey(column)).toList();
    }

    private record Row(Map<String, Integer> columns, CSVRecord fields) {
        Optional<String> get(String column) {
            Integer at = columns.get(column);
            return at == null
                    ? Optional.empty()
                    : Optional.of(fields.get(at).strip()).filter(text -> !text.isEmpty());
        }

        <T> T read(String column, Function<String, T> reading) {
            String text = get(column).orElse("");
            try {
                return reading.apply(text);
            } catch (DateTimeException | NumberFormatException unread) {
                throw new FieldFault(column, "(%s) cannot be read.".formatted(text), unread);
            } catch (IllegalArgumentException unfit) {
                throw new FieldFault(column, String.valueOf(unfit.getMessage()), unfit);
            }
        }

        <T> Optional<T> maybe(String column, Function<String, T> reading) {
            return get(column).isEmpty() ? Optional.empty() : Optional.of(read(column, reading));
        }
    }

    private void row(int line, Row row, BiConsumer<Integer, TourRequest.Plan> each, Consumer<Rosters.Fault> faulty) {
        try {
            each.accept(line, plan(row));
        } catch (FieldFault fault) {
            faulty.accept(new Rosters.Fault(line, fault.field, String.valueOf(fault.getMessage())));
        }
    }

    private TourRequest.Plan plan(Row row) {
        LocalDate day = row.read("day", LocalDate::parse);
        var callsign = row.read("callsign", Callsign::new);
        var tour = row.read("tour", text -> new TourRef(day, callsign, Integer.parseInt(text)));
        LocalTime from = row.read("from", LocalTime::parse);
        LocalTime until = row.read("until", LocalTime::parse);
        String kind = row.read("kind", text -> text);
        Optional<BoroughCode> borough = row.maybe("borough", BoroughCode::new);
        UnitCode unit = row.read("command_unit", UnitCode::new);
        Set<String> equipment =
                row.maybe("equipment", text -> Set.of(text.split(" +"))).orElse(Set.of());
        List<CrewMember> crew = row.read("crew", CrewText::read);
        TourPlan plan = row.read(
                "until",
                _ -> new TourPlan(
                        kind,
                        borough,
                        unit,
                        at(day, from),
                        at(until.isAfter(from) ? day : day.plusDays(1), until),
                        row.get("vehicle"),
                        equipment));
        return new TourRequest.Plan(tour, within, plan, crew);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
