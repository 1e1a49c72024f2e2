package org.bluelamp.history.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.history.internal.RowOutcome.Fault;

/// The cells of one row by the names of their columns, and what was found wrong or odd about them so far.
class Cells {
    /// The longest text that is kept, in characters; what is longer is cut and flagged.
    static final int TEXT_CHARACTERS_MAX = 120;

    private final CsvRow.Read row;
    private final Map<String, Integer> columns;
    private final Set<String> missing;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();

    /// `columns` are the indexes, from 0, of the columns the mapping names.
    Cells(CsvRow.Read row, Map<String, Integer> columns, Set<String> missing) {
        this.row = row;
        this.columns = columns;
        this.missing = missing;
    }

    /// The word in the column, unless it stands for nothing.
    Optional<String> word(String column, Set<String> alsoMissing) {
        String word = row.fields().get(index(column)).strip();
        return missing.contains(word) || alsoMissing.contains(word) ? Optional.empty() : Optional.of(word);
    }

    /// The words of several columns, joined by one space; none where one of them is missing.
    Optional<String> words(List<String> names, Set<String> alsoMissing) {
        if (names.size() == 1) {
            return word(names.getFirst(), alsoMissing);
        }
        var words = new ArrayList<String>();
        names.forEach(name -> word(name, alsoMissing).ifPresent(words::add));
        return Optional.of(String.join(" ", words))
                .filter(joined -> words.size() == names.size() && !alsoMissing.contains(joined));
    }

    double degrees(String column, String word) {
        try {
            return new BigDecimal(word).doubleValue();
        } catch (NumberFormatException notANumber) {
            fault(column, "(%s) is no number of degrees".formatted(cut(word)));
            return 0;
        }
    }

    long seconds(String column, String word, long max) {
        try {
            long seconds = new BigDecimal(word).longValueExact();
            if (Math.abs(seconds) > max) {
                fault(column, "(%s) is more than %d seconds".formatted(cut(word), max));
            }
            return seconds;
        } catch (NumberFormatException | ArithmeticException notWhole) {
            fault(column, "(%s) is no whole number of seconds".formatted(cut(word)));
            return 0;
        }
    }

    static String cut(String word) {
        return word.length() <= TEXT_CHARACTERS_MAX ? word : word.substring(0, TEXT_CHARACTERS_MAX);
    }

    void fault(String column, String reason) {
        var fault = new Fault(index(column) + 1, column, reason);
        // A column that is read twice is at fault once.
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    void flag(String flag) {
        flags.add(flag);
    }

    List<Fault> faults() {
        return faults;
    }

    List<String> flags() {
        return flags;
    }

    int line() {
        return row.line();
    }

    byte[] raw() {
        return row.raw();
    }

    private int index(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new IllegalStateException("The column (%s) was not looked up.".formatted(column));
        }
        return index;
    }
}
