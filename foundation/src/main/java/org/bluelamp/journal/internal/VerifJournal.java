package org.bluelamp.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The journal as verification reads it: every column and body of an entry again, nothing taken on trust.
@Repository
class VerifJournal implements VerifSource {
    static final String ROWS = """
            select %s
              from journal.entry e left join journal.personal p on p.position = e.position
             where e.position > :after and e.position <= :up_to
             order by e.position""".formatted(Rows.COLUMNS);
    static final String SIZE = """
            select coalesce((select e.position from journal.entry e order by e.position desc limit 1), 0)""";
    static final String WITHHOLDINGS = """
            select facts from journal.entry where type = 'journal/withholding.withheld' order by position""";
    static final String VERSION_BEFORE = """
            select coalesce(max(version), 0) from journal.entry where stream = :stream and position < :position""";
    static final String HEADS = """
            select stream, version from journal.stream_head""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    VerifJournal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String log() {
        return SealFiles.JOURNAL;
    }

    @Override
    public long size() {
        return jdbc.sql(SIZE).query(Long.class).single();
    }

    @Override
    public List<VerifRow> rows(long after, long upTo) {
        RowMapper<StoredEntry> entries = Rows.entries();
        return jdbc.sql(ROWS)
                .param("after", after)
                .param("up_to", upTo)
                .query((row, number) -> row(entries, row, number))
                .list();
    }

    @Override
    public Set<Long> withheldPositions() {
        var named = new HashSet<Long>();
        for (byte[] facts : jdbc.sql(WITHHOLDINGS)
                .query((row, number) -> row.getBytes("facts"))
                .list()) {
            try {
                for (JsonNode position : JSON.readTree(facts).path("positions")) {
                    named.add(position.longValue());
                }
            } catch (JacksonException unreadable) {
                // An entry that was changed into something unreadable names nothing; its leaf gives it away.
                continue;
            }
        }
        return named;
    }

    @Override
    public long versionBefore(String stream, long position) {
        return jdbc.sql(VERSION_BEFORE)
                .param("stream", stream)
                .param("position", position)
                .query(Long.class)
                .single();
    }

    @Override
    public void checkHeads(VerifStreams streams, VerifFindings findings) {
        var found = new int[1];
        jdbc.sql(HEADS).query(row -> {
            String stream = row.getString("stream");
            long head = row.getLong("version");
            long known = streams.version(stream);
            found[0] += known > 0 ? 1 : 0;
            // Entries that were added while the check ran have moved their heads on.
            if (head != known && head != versionBefore(stream, Long.MAX_VALUE)) {
                findings.add(0, "The stream %s has %d entries, its head says %d.", stream, known, head);
            }
        });
        if (found[0] != streams.count()) {
            findings.add(0, "%d streams have entries, %d of them have a head.", streams.count(), found[0]);
        }
    }

    private static VerifRow row(RowMapper<StoredEntry> entries, ResultSet row, int number) throws SQLException {
        long position = row.getLong("position");
        try {
            StoredEntry entry = Objects.requireNonNull(entries.mapRow(row, number));
            return new VerifRow(
                    position,
                    new MerkleHash(EntryFormat.leaf(entry)),
                    entry.envelope().stream().text(),
                    entry.envelope().version(),
                    entry.envelope().recordedAt(),
                    entry.personal() == null && entry.personalHash() != null,
                    faults(entry, row.getString("policies")));
        } catch (IllegalArgumentException
                | NullPointerException
                | DateTimeException
                | ArithmeticException
                | JacksonException unreadable) {
            // The columns hold what no writer of ours ever wrote.
            return VerifRow.unreadable(
                    position,
                    "The row cannot be read as an entry (%s)."
                            .formatted(unreadable.getClass().getSimpleName()));
        }
    }

    /// What the leaf does not show: columns that are derived from what it covers.
    private static List<String> faults(StoredEntry entry, String policies) {
        var faults = new ArrayList<String>();
        byte[] personal = entry.personal();
        byte[] salt = entry.personalSalt();
        byte[] kept = entry.personalHash();
        if (personal != null && salt != null && kept == null) {
            faults.add("The entry has a personal part that its envelope knows nothing of.");
        } else if (personal != null && salt != null && !Arrays.equals(EntryFormat.hash(salt, personal), kept)) {
            faults.add("The personal part is not the one its kept hash is of.");
        }
        String written = EntryWriter.policies(entry.envelope().act());
        if (!written.equals(policies)) {
            faults.add("The column policies is not written as the envelope has it.");
        }
        return faults;
    }
}
