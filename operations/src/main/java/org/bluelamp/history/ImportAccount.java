package org.bluelamp.history;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of the rows of a file: `rows` = `imported` + `same` + `revised` + `refused`, always.
///
/// `flagged` counts rows by what is odd about them; `refusals` are the first refused rows, at most
/// `REFUSALS_SHOWN_MAX`. `complete` is false for an import that was stopped before the end of the file. After a
/// check, the numbers say what an import would do.
public record ImportAccount(
        String source,
        String importId,
        long rows,
        long imported,
        long same,
        long revised,
        long refused,
        Map<String, Long> flagged,
        List<Refusal> refusals,
        boolean complete) {

    /// The most refused rows an account carries; all of them are in the file of refused rows.
    public static final int REFUSALS_SHOWN_MAX = 20;

    /// A refused row. Units: `line` of the file and `column` count from 1; column 0 is the row as a whole.
    public record Refusal(int line, int column, String field, String reason) {}

    public ImportAccount {
        flagged = java.util.Collections.unmodifiableMap(new TreeMap<>(flagged));
        refusals = List.copyOf(refusals);
        if (rows != imported + same + revised + refused) {
            throw new IllegalStateException(
                    "The account does not add up: %d rows, %d new, %d same, %d revised, %d refused."
                            .formatted(rows, imported, same, revised, refused));
        }
    }

    /// The account in one line, e.g. `6,708 rows = 6,708 new + 0 same + 0 revised + 0 refused`.
    public String sentence() {
        return "%,d rows = %,d new + %,d same + %,d revised + %,d refused"
                .formatted(rows, imported, same, revised, refused);
    }
}
