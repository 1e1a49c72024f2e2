package org.bluelamp.journal.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Deadlines;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.StreamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The clocks that run on streams.
@Repository
final class DeadlineStore implements Deadlines {
    private static final String SET = """
            insert into journal.deadline (stream, name, due_at, set_by) values (:stream, :name, :due, :position)
            on conflict (stream, name) do update set due_at = excluded.due_at, set_by = excluded.set_by""";
    private static final String CANCEL = "delete from journal.deadline where stream = :stream and name = :name";
    private static final String NEXT = "select due_at from journal.deadline order by due_at limit 1";
    private static final String DUE = """
            select stream, name, due_at, set_by from journal.deadline
             where due_at <= :now order by due_at limit :limit""";
    private static final String TAKE = """
            delete from journal.deadline where stream = :stream and name = :name and set_by = :position""";

    private final JdbcClient jdbc;

    DeadlineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A clock that has run out.
    record Due(String stream, String name, OffsetDateTime dueAt, long setBy) {
        StreamId streamId() {
            return new StreamId(stream);
        }
    }

    /// Starts or stops clocks as the event says, in its transaction.
    void note(Recorded<?> recorded) {
        if (recorded.event() instanceof Sets sets) {
            jdbc.sql(SET)
                    .param("stream", recorded.stream().text())
                    .param("name", sets.deadline())
                    .param("due", EntryWriter.timestamp(sets.dueAt()))
                    .param("position", recorded.position())
                    .update();
        }
        if (recorded.event() instanceof Cancels cancels) {
            jdbc.sql(CANCEL)
                    .param("stream", recorded.stream().text())
                    .param("name", cancels.deadline())
                    .update();
        }
    }

    @Override
    public Optional<Instant> next() {
        return jdbc.sql(NEXT).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    List<Due> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", EntryWriter.timestamp(now))
                .param("limit", limit)
                .query(Due.class)
                .list();
    }

    /// Takes the clock for firing; false where another node was faster or it was set anew.
    boolean take(Due due) {
        return jdbc.sql(TAKE)
                        .param("stream", due.stream())
                        .param("name", due.name())
                        .param("position", due.setBy())
                        .update()
                == 1;
    }
}
