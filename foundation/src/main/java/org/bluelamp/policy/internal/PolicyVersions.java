package org.bluelamp.policy.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.policy.PolicyEvent;
import org.bluelamp.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All loaded versions of all policies, in the transaction that loads them.
@Component
class PolicyVersions implements Projection<PolicyEvent> {
    static final String INSERT = """
            insert into policy.version
                   (name, version, in_force_from, until, scope, sha256, text, loaded_by, loaded_at, position)
            values (:name, :version, :inForceFrom, :until, :scope, :sha256, :text, :loadedBy, :loadedAt, :position)
            """;
    static final String CLEAR = "delete from policy.version";
    static final String ALL = """
            select name, version, in_force_from, until, scope, sha256, loaded_by, loaded_at, position
              from policy.version
             order by name, version desc
            """;
    static final String TEXT = "select text from policy.version where name = :name and version = :version";
    static final String TEXTS = "select text from policy.version order by position";
    static final String NEWEST = "select coalesce(max(position), 0) from policy.version";

    private record Row(
            String name,
            int version,
            LocalDate inForceFrom,
            @Nullable LocalDate until,
            String scope,
            String sha256,
            String loadedBy,
            OffsetDateTime loadedAt,
            long position) {
        PolicyVersion view() {
            return new PolicyVersion(
                    name,
                    version,
                    inForceFrom,
                    Optional.ofNullable(until),
                    scope,
                    sha256,
                    new ActorId(loadedBy),
                    loadedAt.toInstant(),
                    position);
        }
    }

    private final JdbcClient jdbc;

    PolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "policy/versions";
    }

    @Override
    public Class<PolicyEvent> follows() {
        return PolicyEvent.class;
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public void on(Recorded<PolicyEvent> recorded) {
        switch (recorded.event()) {
            case PolicyEvent.Loaded loaded ->
                jdbc.sql(INSERT)
                        .param("name", loaded.policy())
                        .param("version", loaded.version())
                        .param("inForceFrom", loaded.inForceFrom())
                        .param("until", loaded.until().orElse(null))
                        .param("scope", loaded.scope())
                        .param("sha256", loaded.sha256())
                        .param("text", loaded.text())
                        .param("loadedBy", recorded.act().actor().text())
                        .param(
                                "loadedAt",
                                Timestamp.from(recorded.act().happened().at()))
                        .param("position", recorded.position())
                        .update();
        }
    }

    @Override
    public void clear() {
        jdbc.sql(CLEAR).update();
    }

    List<PolicyVersion> all() {
        return jdbc.sql(ALL).query(Row.class).list().stream().map(Row::view).toList();
    }

    Optional<String> text(String name, int version) {
        return jdbc.sql(TEXT)
                .param("name", name)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    List<String> texts() {
        return jdbc.sql(TEXTS).query(String.class).list();
    }

    long newest() {
        return jdbc.sql(NEWEST).query(Long.class).single();
    }
}
