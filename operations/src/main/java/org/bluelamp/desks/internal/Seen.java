package org.bluelamp.desks.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When each person last had a screen open on any node, by the machine's clock, and when a program last served.
@Repository
class Seen {
    static final String SERVICE = "service";
    static final String KEEP = """
            insert into desks.seen (person, seen_at)
            select person, :at from unnest(cast(:persons as text[])) as person
            on conflict (person) do update set seen_at = greatest(desks.seen.seen_at, excluded.seen_at)
            """;
    static final String SINCE = "select person from desks.seen where seen_at > :since";

    private final JdbcClient jdbc;

    Seen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Collection<String> persons, Instant at) {
        jdbc.sql(KEEP)
                .param("persons", persons.stream().sorted().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    List<String> since(Instant since) {
        return jdbc.sql(SINCE)
                .param("since", Timestamp.from(since))
                .query(String.class)
                .list();
    }
}
