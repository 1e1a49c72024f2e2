package org.bluelamp.geography.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads the rows of a comma-separated file with a head, each with the line it begins at.
final class CsvRows {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().get();

    /// One row; a column the file has not is empty, and so is a field without text.
    record Row(int line, Map<String, Integer> columns, CSVRecord fields) {
        Optional<String> get(String column) {
            Integer at = columns.get(column);
            return at == null
                    ? Optional.empty()
                    : Optional.of(fields.get(at).strip()).filter(text -> !text.isEmpty());
        }
    }

    private CsvRows() {}

    /// The columns in the head of a file, lower case, or none where it cannot be read.
    static List<String> head(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return List.of(first.strip().toLowerCase(java.util.Locale.ROOT).split("\\s*,\\s*"));
    }

    /// Gives every row with as many fields as the head to `each`; the others are faults.
    ///
    /// Errors: false where the rows could not be read to the end (a quote that never closes).
    static boolean read(String text, Faults faults, Consumer<Row> each) {
        int line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Map<String, Integer> columns = Map.of();
            for (CSVRecord fields : parser) {
                if (columns.isEmpty()) {
                    columns = columns(fields);
                } else if (fields.size() == columns.size()) {
                    each.accept(new Row(line, columns, fields));
                } else if (fields.size() > 1 || !fields.get(0).isBlank()) {
                    faults.refused(
                            Rule.FIELD_COUNT,
                            line,
                            0,
                            "row",
                            "The row has %d fields; the head has %d.".formatted(fields.size(), columns.size()));
                }
                line = (int) Math.min(Integer.MAX_VALUE, parser.getCurrentLineNumber() + 1);
            }
            return true;
        } catch (UncheckedIOException torn) {
            quote(faults, line, torn);
        } catch (IOException torn) {
            quote(faults, line, torn);
        }
        return false;
    }

    private static void quote(Faults faults, int line, Exception torn) {
        faults.refused(
                Rule.QUOTE_OPEN,
                line,
                0,
                "row",
                "The rows cannot be read from here on. Maybe a quote is not closed. %s.".formatted(torn.getMessage()));
    }

    private static Map<String, Integer> columns(CSVRecord head) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < head.size(); i++) {
            columns.put(head.get(i).strip().toLowerCase(java.util.Locale.ROOT), i);
        }
        return columns;
    }
}
