package org.bluelamp.workforce;

import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.kernel.BoroughCode;

/// Takes whole rosters, from a file or from whoever plans them.
public interface Rosters {
    /// The largest roster file. Units: bytes, and rows.
    int FILE_BYTES_MAX = 8 << 20;

    int ROWS_MAX = 50_000;

    /// The most faults that are listed one by one.
    int FAULTS_MAX = 500;

    /// What is wrong in one row, or in the file. Units: `line` counts from 1, 0 where the whole file is meant.
    record Fault(int line, String field, String sentence) {
        public String asLine() {
            return line > 0 ? "line %d, %s: %s".formatted(line, field, sentence) : "%s: %s".formatted(field, sentence);
        }
    }

    /// What became of the rows; `faulty` counts rows, of which `faults` lists the first.
    record Outcome(int planned, int unchanged, int faulty, List<Fault> faults) {
        public Outcome {
            faults = List.copyOf(faults);
        }
    }

    /// Plans every good row; a faulty row is told with line and field and changes nothing. A tour that stands on the
    /// roster as the row has it is left alone, so a file can be taken again. With `checkOnly` nothing is recorded.
    ///
    /// Units: a row's times are of the service's zone; `until` not after `from` is on the next day.
    /// Errors: never throws for what stands in the file.
    Outcome take(String csv, Optional<BoroughCode> within, boolean checkOnly, Act act);
}
