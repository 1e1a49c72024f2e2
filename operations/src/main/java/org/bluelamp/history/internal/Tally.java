package org.bluelamp.history.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluelamp.history.Histories;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportAccount.Refusal;

/// Counts rows while a file is read.
class Tally {
    private final String source;
    private final String importId;
    private long imported;
    private long same;
    private long revised;
    private long refused;
    private long refusedTold;
    private final Map<String, Long> flagged = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Tally(String source, String importId) {
        this.source = source;
        this.importId = importId;
    }

    void count(long newRows, long sameRows, long revisedRows) {
        imported += newRows;
        same += sameRows;
        revised += revisedRows;
    }

    void flags(List<String> flags) {
        flags.forEach(flag -> flagged.merge(flag, 1L, Long::sum));
    }

    void refuse(RowOutcome.Refused row) {
        refused++;
        if (refusals.size() < ImportAccount.REFUSALS_SHOWN_MAX) {
            RowOutcome.Fault first = row.faults().getFirst();
            refusals.add(new Refusal(row.line(), first.column(), first.field(), RefusedRows.reason(row.faults())));
        }
    }

    /// True once for every `Histories.BATCH_ROWS` refused rows, so that a file of nothing but faults is followed too.
    boolean refusedMany() {
        boolean many = refused - refusedTold >= Histories.BATCH_ROWS;
        refusedTold = many ? refused : refusedTold;
        return many;
    }

    ImportAccount account(boolean complete) {
        long rows = imported + same + revised + refused;
        return new ImportAccount(source, importId, rows, imported, same, revised, refused, flagged, refusals, complete);
    }
}
