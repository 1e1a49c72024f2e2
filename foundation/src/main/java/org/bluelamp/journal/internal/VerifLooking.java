package org.bluelamp.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The looking-log as verification reads it. Its leaf is `SHA-256(0x00 ‖ canonical look)`, where the canonical
/// look is the RFC 8785 object of all its columns; this can never change.
@Repository
class VerifLooking implements VerifSource {
    static final String ROWS = """
            select position, looked_at, actor, role, kind, route, shown, reason
              from journal.look
             where position > :after and position <= :up_to
             order by position""";
    static final String SIZE = """
            select coalesce((select position from journal.look order by position desc limit 1), 0)""";

    private static final int FORMAT = 1;

    private final JdbcClient jdbc;

    VerifLooking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String log() {
        return SealFiles.LOOKING;
    }

    @Override
    public long size() {
        return jdbc.sql(SIZE).query(Long.class).single();
    }

    @Override
    public List<VerifRow> rows(long after, long upTo) {
        return jdbc.sql(ROWS)
                .param("after", after)
                .param("up_to", upTo)
                .query(VerifLooking::row)
                .list();
    }

    private static VerifRow row(ResultSet row, int number) throws SQLException {
        long position = row.getLong("position");
        try {
            Instant at = Rows.instant(row, "looked_at");
            return new VerifRow(position, MerkleHash.leaf(canonical(row, position, at)), "", 0, at, false, List.of());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return VerifRow.unreadable(position, "The row cannot be read as an act of looking.");
        }
    }

    /// The canonical bytes of an act of looking.
    static byte[] canonical(ResultSet row, long position, Instant at) throws SQLException {
        var members = new TreeMap<String, Object>();
        members.put("actor", row.getString("actor"));
        members.put("format", FORMAT);
        members.put("kind", row.getString("kind"));
        members.put("lookedAt", ValueWriter.instant(at));
        members.put("position", position);
        String reason = row.getString("reason");
        if (reason != null) {
            members.put("reason", reason);
        }
        members.put("role", row.getString("role"));
        members.put("route", row.getString("route"));
        members.put("shown", row.getString("shown"));
        return CanonicalJson.bytes(members);
    }
}
