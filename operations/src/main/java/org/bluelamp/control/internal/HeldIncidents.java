package org.bluelamp.control.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.control.Incidents;
import org.bluelamp.desks.DeskCode;
import org.bluelamp.desks.HeldWork;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Open incidents as the desks hold them, restricted ones too: somebody has the next action of each.
@Repository
class HeldIncidents implements HeldWork {
    static final String PORTIONS = """
            select borough, desk, count(*)::int as open
              from control.incident_board
             where stage <> 'CLOSED'
             group by borough, desk
            """;
    static final String OPENED_BEFORE = """
            select incident, borough, desk
              from control.incident_board
             where stage <> 'CLOSED' and opened_at < :before
             order by rank
             limit :max
            """;

    record PortionRow(@Nullable String borough, @Nullable String desk, int open) {
        Portion portion() {
            return new Portion(Optional.ofNullable(borough).map(BoroughCode::new), code(desk), open);
        }
    }

    record OpenRow(
            String incident,
            @Nullable String borough,
            @Nullable String desk) {
        Open open() {
            return new Open(
                    IncidentRef.of(incident), Optional.ofNullable(borough).map(BoroughCode::new), code(desk));
        }
    }

    /// An open incident, its borough, and the desk it was given to by hand.
    record Open(IncidentRef incident, Optional<BoroughCode> borough, Optional<DeskCode> byHand) {}

    private final JdbcClient jdbc;

    HeldIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Optional<DeskCode> code(@Nullable String desk) {
        return Optional.ofNullable(desk).map(DeskCode::new);
    }

    @Override
    public List<Portion> open() {
        return jdbc.sql(PORTIONS).query(PortionRow.class).list().stream()
                .map(PortionRow::portion)
                .toList();
    }

    /// Those opened before a time, in the order of the queue; `Incidents.OPEN_MAX` at most.
    List<Open> openedBefore(Instant before) {
        return jdbc
                .sql(OPENED_BEFORE)
                .param("before", Timestamp.from(before))
                .param("max", Incidents.OPEN_MAX)
                .query(OpenRow.class)
                .list()
                .stream()
                .map(OpenRow::open)
                .toList();
    }
}
