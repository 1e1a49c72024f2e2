package org.bluelamp.geography.internal;

import java.util.Optional;
import java.util.OptionalInt;
import org.bluelamp.geography.AreaCode;

/// Reads the fields that postcode and street files share; a field that cannot be read is a fault at its column.
final class GazetteerFields {
    private static final double MICRODEGREES = 1e6;
    private final Faults faults;

    GazetteerFields(Faults faults) {
        this.faults = faults;
    }

    OptionalInt latitude(CsvRows.Row row, String column) {
        return degrees(row, column, 90);
    }

    OptionalInt longitude(CsvRows.Row row, String column) {
        return degrees(row, column, 180);
    }

    /// In microdegrees.
    private OptionalInt degrees(CsvRows.Row row, String column, int most) {
        String text = row.get(column).orElse("");
        double degrees = Double.NaN;
        try {
            degrees = Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            degrees = Double.NaN;
        }
        if (Math.abs(degrees) <= most) {
            return OptionalInt.of((int) Math.round(degrees * MICRODEGREES));
        }
        refuse(row, column, "The %s (%s) must be a number from -%d to %d degrees.".formatted(column, text, most, most));
        return OptionalInt.empty();
    }

    /// An area's code, or an empty text where the row has none.
    Optional<String> code(CsvRows.Row row, String column) {
        String text = row.get(column).orElse("");
        if (text.isEmpty() || AreaCode.isCode(text)) {
            return Optional.of(text);
        }
        refuse(row, column, "The %s (%s) is not the code of an area.".formatted(column, text));
        return Optional.empty();
    }

    void refuse(CsvRows.Row row, String column, String sentence) {
        faults.refused(Rule.FIELD_FORM, row.line(), 0, column, sentence);
    }
}
