package org.bluelamp.journal.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bluelamp.journal.Proofs;
import org.bluelamp.journal.StreamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes proofs from what is stored. A proof of an entry that was changed is made all the same; it does not hold.
@Component
class ProofMaker implements Proofs {
    static final String ENTRIES = """
            select %s
              from journal.entry e left join journal.personal p on p.position = e.position
             where e.position > :after and e.position <= :up_to
             order by e.position""".formatted(Rows.COLUMNS);
    static final String POSITIONS = """
            select position from journal.entry where stream = :stream order by version limit :limit""";

    private static final int EXPORTED_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final SealStore store;
    private final SealFiles files;
    private final VerifJournal journal;

    ProofMaker(JdbcClient jdbc, SealStore store, SealFiles files, VerifJournal journal) {
        this.jdbc = jdbc;
        this.store = store;
        this.files = files;
        this.journal = journal;
    }

    @Override
    public InclusionProof inclusion(long position) {
        CheckpointNote note = store.latest(SealFiles.JOURNAL)
                .filter(latest ->
                        position >= 1 && position <= latest.checkpoint().size())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The entry at position %d does not exist or is not sealed yet.".formatted(position)));
        return inclusion(position, note, nodes(note));
    }

    @Override
    public StreamProof stream(StreamId stream) {
        CheckpointNote note = store.latest(SealFiles.JOURNAL)
                .orElseThrow(() -> new IllegalArgumentException("Nothing is sealed yet."));
        List<Long> positions = jdbc.sql(POSITIONS)
                .param("stream", stream.text())
                .param("limit", STREAM_ENTRIES_MAX + 1)
                .query(Long.class)
                .list();
        if (positions.isEmpty() || positions.size() > STREAM_ENTRIES_MAX) {
            throw new IllegalArgumentException(
                    "The stream (%s) has no entry, or more than %d.".formatted(stream, STREAM_ENTRIES_MAX));
        }
        if (positions.getLast() > note.checkpoint().size()) {
            throw new IllegalArgumentException(
                    "The newest entry of the stream (%s) is not sealed yet.".formatted(stream));
        }
        TileNodes nodes = nodes(note);
        List<InclusionProof> entries = positions.stream()
                .map(position -> inclusion(position, note, nodes))
                .toList();
        String text = ProofText.stream(
                stream.text(),
                positions.size(),
                entries.stream().map(InclusionProof::text).toList());
        return new StreamProof(stream, positions.size(), entries, text);
    }

    private InclusionProof inclusion(long position, CheckpointNote note, TileNodes nodes) {
        StoredEntry entry = entries(position - 1, position).getFirst();
        List<MerkleHash> path =
                MerkleProofs.inclusion(position - 1, note.checkpoint().size(), nodes);
        LeafParts leaf = parts(entry);
        return new InclusionProof(
                position,
                position - 1,
                leaf,
                path.stream().map(MerkleHash::base64).toList(),
                note.text(),
                ProofText.inclusion(leaf, position - 1, path, note));
    }

    @Override
    public ConsistencyProof consistency(long from, long to) {
        CheckpointNote older = checkpointOf(from);
        CheckpointNote newer = checkpointOf(to);
        List<MerkleHash> proof = MerkleProofs.consistency(from, to, nodes(newer));
        return new ConsistencyProof(
                from,
                to,
                proof.stream().map(MerkleHash::base64).toList(),
                older.text(),
                newer.text(),
                ProofText.consistency(older, newer, proof));
    }

    private CheckpointNote checkpointOf(long size) {
        return store.firstWith(SealFiles.JOURNAL, size)
                .filter(note -> note.checkpoint().size() == size)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no checkpoint of exactly %d entries.".formatted(size)));
    }

    @Override
    public Checked check(String proof, List<String> publicKeys) {
        return ProofCheck.check(proof, publicKeys);
    }

    @Override
    public List<String> publicKeys() {
        return files.publicKeys().values().stream().map(SigningKeyPublic::line).toList();
    }

    @Override
    public void export(boolean withPersonalParts, Consumer<String> line) {
        CheckpointNote note = store.latest(SealFiles.JOURNAL)
                .orElseThrow(() -> new IllegalArgumentException("Nothing is sealed yet."));
        long size = note.checkpoint().size();
        for (long after = 0; after < size; after += EXPORTED_AT_ONCE) {
            for (StoredEntry entry : entries(after, Math.min(size, after + EXPORTED_AT_ONCE))) {
                line.accept(exported(entry, withPersonalParts));
            }
        }
        line.accept(CanonicalJson.text(
                new TreeMap<String, Object>(java.util.Map.of("checkpoint", note.text(), "publicKeys", publicKeys()))));
    }

    /// Facts and envelope are canonical already, so the line is put together from their own bytes.
    private static String exported(StoredEntry entry, boolean withPersonalPart) {
        LeafParts leaf = parts(entry);
        var line = new StringBuilder("{\"envelope\":").append(leaf.envelope());
        line.append(",\"facts\":").append(leaf.facts());
        line.append(",\"factsSalt\":\"").append(leaf.factsSalt()).append('"');
        line.append(",\"leaf\":\"")
                .append(new MerkleHash(EntryFormat.leaf(entry)).base64())
                .append('"');
        byte[] personal = entry.personal();
        byte[] salt = entry.personalSalt();
        if (withPersonalPart && personal != null && salt != null) {
            line.append(",\"personal\":").append(new String(personal, StandardCharsets.UTF_8));
            line.append(",\"personalSalt\":\"").append(ProofText.base64(salt)).append('"');
        }
        return line.append(",\"personalHash\":\"")
                .append(leaf.personalHash())
                .append("\"}")
                .toString();
    }

    private List<StoredEntry> entries(long after, long upTo) {
        List<StoredEntry> entries = jdbc.sql(ENTRIES)
                .param("after", after)
                .param("up_to", upTo)
                .query(Rows.entries())
                .list();
        if (entries.size() != upTo - after) {
            throw new IllegalArgumentException(
                    "An entry between position %d and %d is missing.".formatted(after + 1, upTo));
        }
        return new ArrayList<>(entries);
    }

    private static LeafParts parts(StoredEntry entry) {
        return new LeafParts(
                new String(EntryFormat.envelope(entry.envelope()), StandardCharsets.UTF_8),
                new String(entry.facts(), StandardCharsets.UTF_8),
                ProofText.base64(entry.factsSalt()),
                ProofText.base64(EntryFormat.hash(entry.factsSalt(), entry.facts())),
                ProofText.base64(EntryFormat.personalHash(entry)));
    }

    private TileNodes nodes(CheckpointNote note) {
        return new TileNodes(note.checkpoint().size(), new SealTiles(store, journal), journal);
    }
}
