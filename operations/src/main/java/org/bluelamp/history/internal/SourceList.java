package org.bluelamp.history.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.history.HistoryEvent;
import org.bluelamp.history.SourceView;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sources as they are listed: how they were declared last stands in the record itself.
@Repository
class SourceList {
    static final String ALL = """
            select source, declared_at, incidents, first_day, last_day
              from history.source
             order by source
            """;
    static final String ONE = """
            select source, declared_at, incidents, first_day, last_day
              from history.source
             where source = :source
            """;

    record Row(
            String source,
            long declaredAt,
            long incidents,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    private final JdbcClient jdbc;
    private final Journal journal;

    SourceList(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    List<SourceView> all() {
        return jdbc.sql(ALL).query(Row.class).list().stream().map(this::view).toList();
    }

    Optional<SourceView> one(String source) {
        return jdbc.sql(ONE).param("source", source).query(Row.class).optional().map(this::view);
    }

    private SourceView view(Row row) {
        HistoryEvent.Declared declared = journal.at(row.declaredAt(), HistoryEvent.Declared.class)
                .map(Recorded::event)
                .orElseThrow(() -> new IllegalStateException(
                        "The source (%s) has no declaration at %d.".formatted(row.source(), row.declaredAt())));
        return new SourceView(
                declared, row.incidents(), Optional.ofNullable(row.firstDay()), Optional.ofNullable(row.lastDay()));
    }
}
