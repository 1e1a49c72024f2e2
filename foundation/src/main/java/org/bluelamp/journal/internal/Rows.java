package org.bluelamp.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads rows of the journal, the columns by their places.
final class Rows implements RowMapper<StoredEntry> {
    /// The columns of an entry with its personal part, for `from journal.entry e left join journal.personal p`.
    static final String COLUMNS = """
            e.position, e.stream, e.version, e.type, e.body_version, e.service, e.actor, e.role, e.entered_by, e.how,
            e.desk, e.happened_at, e.happened_precision, e.happened_source, e.recorded_at, cast(e.caused_by as text),
            e.request_key, e.policies, e.facts, e.facts_salt, e.personal_hash, p.body as personal,
            p.salt as personal_salt""";

    private static final int POSITION = 1;
    private static final int STREAM = 2;
    private static final int VERSION = 3;
    private static final int TYPE = 4;
    private static final int BODY_VERSION = 5;
    private static final int SERVICE = 6;
    private static final int ACTOR = 7;
    private static final int ROLE = 8;
    private static final int ENTERED_BY = 9;
    private static final int HOW = 10;
    private static final int DESK = 11;
    private static final int HAPPENED_AT = 12;
    private static final int HAPPENED_PRECISION = 13;
    private static final int HAPPENED_SOURCE = 14;
    private static final int RECORDED_AT = 15;
    private static final int CAUSED_BY = 16;
    private static final int REQUEST_KEY = 17;
    private static final int POLICIES = 18;
    private static final int FACTS = 19;
    private static final int FACTS_SALT = 20;
    private static final int PERSONAL_HASH = 21;
    private static final int PERSONAL = 22;
    private static final int PERSONAL_SALT = 23;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private @Nullable ActorId lastActor;
    private @Nullable RoleCode lastRole;

    private Rows() {}

    /// A reader for the rows of one query; what row after row repeats is made once.
    static RowMapper<StoredEntry> entries() {
        return new Rows();
    }

    @Override
    public StoredEntry mapRow(ResultSet row, int number) throws SQLException {
        var envelope = new StoredEntry.Envelope(
                row.getLong(POSITION),
                new StreamId(row.getString(STREAM)),
                row.getLong(VERSION),
                row.getString(TYPE),
                row.getInt(BODY_VERSION),
                row.getString(SERVICE),
                row.getObject(RECORDED_AT, OffsetDateTime.class).toInstant(),
                act(row));
        return new StoredEntry(
                envelope,
                row.getBytes(FACTS),
                row.getBytes(FACTS_SALT),
                row.getBytes(PERSONAL),
                row.getBytes(PERSONAL_SALT),
                row.getBytes(PERSONAL_HASH));
    }

    private Act act(ResultSet row) throws SQLException {
        var happened = new Happened(
                row.getObject(HAPPENED_AT, OffsetDateTime.class).toInstant(),
                Happened.Precision.valueOf(row.getString(HAPPENED_PRECISION)),
                row.getString(HAPPENED_SOURCE));
        return new Act(
                actor(row.getString(ACTOR)),
                role(row.getString(ROLE)),
                actor(row.getString(ENTERED_BY)),
                EnteredHow.valueOf(row.getString(HOW)),
                Optional.ofNullable(row.getString(DESK)),
                happened,
                positions(row.getString(CAUSED_BY)),
                Optional.ofNullable(row.getString(REQUEST_KEY)).map(RequestKey::new),
                policies(row.getString(POLICIES)));
    }

    private ActorId actor(String text) {
        ActorId known = lastActor;
        if (known == null || !known.text().equals(text)) {
            known = new ActorId(text);
            lastActor = known;
        }
        return known;
    }

    private RoleCode role(String code) {
        RoleCode known = lastRole;
        if (known == null || !known.code().equals(code)) {
            known = new RoleCode(code);
            lastRole = known;
        }
        return known;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Reads an array of positions as PostgreSQL writes it: `{7,12}`.
    private static List<Long> positions(String array) {
        if (array.equals("{}")) {
            return List.of();
        }
        var positions = new ArrayList<Long>();
        for (String position : array.substring(1, array.length() - 1).split(",", -1)) {
            positions.add(Long.valueOf(position));
        }
        return positions;
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
