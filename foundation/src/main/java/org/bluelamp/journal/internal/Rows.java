package org.bluelamp.journal.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads rows of the journal.
final class Rows {
    /// The columns of an entry with its personal part, for `from journal.entry e left join journal.personal p`.
    static final String COLUMNS = """
            e.position, e.stream, e.version, e.type, e.body_version, e.service, e.actor, e.role, e.entered_by, e.how,
            e.desk, e.happened_at, e.happened_precision, e.happened_source, e.recorded_at, e.caused_by, e.request_key,
            e.policies, e.facts, e.facts_salt, e.personal_hash, p.body as personal, p.salt as personal_salt""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Rows() {}

    static StoredEntry entry(ResultSet row, int number) throws SQLException {
        var envelope = new StoredEntry.Envelope(
                row.getLong("position"),
                new StreamId(row.getString("stream")),
                row.getLong("version"),
                row.getString("type"),
                row.getInt("body_version"),
                row.getString("service"),
                instant(row, "recorded_at"),
                act(row));
        return new StoredEntry(
                envelope,
                row.getBytes("facts"),
                row.getBytes("facts_salt"),
                row.getBytes("personal"),
                row.getBytes("personal_salt"),
                row.getBytes("personal_hash"));
    }

    private static Act act(ResultSet row) throws SQLException {
        var happened = new Happened(
                instant(row, "happened_at"),
                Happened.Precision.valueOf(row.getString("happened_precision")),
                row.getString("happened_source"));
        return new Act(
                new ActorId(row.getString("actor")),
                new RoleCode(row.getString("role")),
                new ActorId(row.getString("entered_by")),
                EnteredHow.valueOf(row.getString("how")),
                Optional.ofNullable(row.getString("desk")),
                happened,
                positions(row.getArray("caused_by")),
                Optional.ofNullable(row.getString("request_key")).map(RequestKey::new),
                policies(row.getString("policies")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<Long> positions(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    private static List<PolicyUse> policies(String text) {
        if (text.equals("[]")) {
            return List.of();
        }
        var used = new ArrayList<PolicyUse>();
        for (JsonNode node : JSON.readTree(text)) {
            used.add(new PolicyUse(
                    node.get("policy").stringValue(), node.get("version").intValue()));
        }
        return used;
    }
}
