package org.bluelamp.geography;

/// What is wrong at one place of a file that was read, and what became of it.
///
/// Units: `line` and `column` count from 1 (column in characters; 0 where the whole line is meant; line 0 in a file
/// that has no lines). `where` is the
/// JSON path or the name of the field. `rule` is a stable code such as `ring-open`.
public record FileFault(int line, int column, String where, String rule, Effect effect, String sentence) {

    /// What became of the thing the fault stands in; nothing good beside it is lost.
    public enum Effect {
        /// The row, feature or geometry was not taken.
        REFUSED,
        /// It was taken after the repair the sentence states.
        REPAIRED,
        /// It was taken as it is; the format advises against it.
        NOTED
    }

    /// As one line for a person: `line 4, column 12, $.features[0].id: …`.
    public String asLine() {
        String inLine = column > 0 ? "line %d, column %d, ".formatted(line, column) : "line %d, ".formatted(line);
        String place = line > 0 ? inLine : "";
        return "%s%s: %s (%s)".formatted(place, where, sentence, effect.name().toLowerCase(java.util.Locale.ROOT));
    }
}
