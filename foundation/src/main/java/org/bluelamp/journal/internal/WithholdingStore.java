package org.bluelamp.journal.internal;

import java.util.List;
import java.util.Objects;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.Withholding;
import org.bluelamp.journal.Withholding.WithholdingEvent;
import org.springframework.stereotype.Repository;

/// Withholds personal parts: the entry that says so, the mark and the destruction commit together.
@Repository
final class WithholdingStore implements Withholding {
    private static final String PARTS = """
            select p.position from journal.personal p join journal.entry e on e.position = p.position
             where e.stream = :stream order by p.position""";
    private static final String MARK = """
            insert into journal.withheld (position, by_entry)
            select position, :byEntry from unnest(:positions::bigint[]) as n(position)""";
    private static final String DESTROY = "delete from journal.personal where position = any(:positions)";

    private final JournalStore journal;
    private final StoreAccess access;

    WithholdingStore(JournalStore journal, StoreAccess access) {
        this.journal = journal;
        this.access = access;
    }

    @Override
    public int withhold(StreamId stream, String rule, Act act) {
        return Objects.requireNonNull(access.transaction().execute(status -> inTransaction(stream, rule, act)));
    }

    private int inTransaction(StreamId stream, String rule, Act act) {
        journal.holdAppends();
        if (journal.head(stream) == 0) {
            throw new IllegalArgumentException("The stream (%s) does not exist.".formatted(stream));
        }
        List<Long> positions = access.jdbc()
                .sql(PARTS)
                .param("stream", stream.text())
                .query(Long.class)
                .list();
        if (positions.isEmpty()) {
            return 0;
        }
        var withheld = new WithholdingEvent.Withheld(stream.text(), positions, rule);
        var of = new StreamId("withholding/" + stream.text());
        // The parts go before the entry is followed, so that no projection takes up words again.
        Appended.Done done = journal.appendWith(
                Append.by(act).restingOn(of, journal.head(of)).write(of, withheld),
                byEntry -> destroy(positions, byEntry));
        return done.first() > 0 ? positions.size() : 0;
    }

    private void destroy(List<Long> positions, long byEntry) {
        Long[] all = positions.toArray(Long[]::new);
        access.jdbc()
                .sql(MARK)
                .param("byEntry", byEntry)
                .param("positions", all)
                .update();
        access.jdbc().sql(DESTROY).param("positions", all).update();
    }
}
