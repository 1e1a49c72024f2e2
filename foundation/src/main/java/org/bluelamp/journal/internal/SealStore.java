package org.bluelamp.journal.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tiles and checkpoints of the logs, as stored. They are only ever added.
@Repository
class SealStore {
    static final String LOCK = "select pg_advisory_xact_lock(:lock)";
    static final String LATEST = """
            select note from journal.checkpoint where log = :log order by size desc limit 1""";
    static final String FIRST_WITH = """
            select note from journal.checkpoint where log = :log and size >= :size order by size limit 1""";
    static final String AFTER = """
            select size, root, note
              from journal.checkpoint
             where log = :log and size > :after
             order by size
             limit :limit""";
    static final String TILE = """
            select hashes from journal.tile where log = :log and level = :level and index = :index""";
    static final String TILES = """
            select index, hashes
              from journal.tile
             where log = :log and level = :level and index >= :from and index < :to
             order by index""";
    static final String COUNT_TILES = """
            select count(*) from journal.tile where log = :log and level = :level and index >= :from""";
    static final String LAST_SIZE = """
            select coalesce(max(size), 0) from journal.checkpoint where log = :log""";
    static final String ADD_TILES = """
            insert into journal.tile (log, level, index, hashes)
            select :log, level, index, hashes
              from unnest(:levels::int[], :indexes::bigint[], :hashes::bytea[]) as n(level, index, hashes)
            on conflict (log, level, index) do nothing""";
    static final String ADD_CHECKPOINT = """
            insert into journal.checkpoint (log, size, root, note, sealed_at)
            values (:log, :size, :root, :note, :sealed_at)""";

    /// Never the append lock: sealing holds up nobody.
    private static final long SEAL_LOCK = 0x424c_0010L;

    /// A checkpoint as its row says, with the note unread.
    record Row(long size, byte[] root, String note) {}

    private record Stored(long index, byte[] hashes) {}

    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits until this transaction is the one that seals.
    void lock() {
        jdbc.sql(LOCK).param("lock", SEAL_LOCK).query((row, number) -> 0).list();
    }

    Optional<CheckpointNote> latest(String log) {
        return jdbc.sql(LATEST).param("log", log).query(String.class).optional().map(CheckpointNote::parse);
    }

    /// The oldest checkpoint of at least this size.
    Optional<CheckpointNote> firstWith(String log, long size) {
        return jdbc.sql(FIRST_WITH)
                .param("log", log)
                .param("size", size)
                .query(String.class)
                .optional()
                .map(CheckpointNote::parse);
    }

    List<Row> after(String log, long size, int limit) {
        return jdbc.sql(AFTER)
                .param("log", log)
                .param("after", size)
                .param("limit", limit)
                .query(Row.class)
                .list();
    }

    Optional<byte[]> tile(String log, TileId id) {
        return jdbc.sql(TILE)
                .param("log", log)
                .param("level", id.level())
                .param("index", id.index())
                .query((row, number) -> row.getBytes("hashes"))
                .optional();
    }

    /// The tiles of a level with index `from` (counted) to `to` (not counted), as far as they are there.
    Map<TileId, byte[]> tiles(String log, int level, long from, long to) {
        var tiles = new java.util.HashMap<TileId, byte[]>();
        jdbc.sql(TILES)
                .param("log", log)
                .param("level", level)
                .param("from", from)
                .param("to", to)
                .query(Stored.class)
                .list()
                .forEach(tile -> tiles.put(new TileId(level, tile.index()), tile.hashes()));
        return tiles;
    }

    /// How many entries of the log are under a checkpoint.
    long lastSize(String log) {
        return jdbc.sql(LAST_SIZE).param("log", log).query(Long.class).single();
    }

    /// How many tiles of the level there are from this index on.
    long countAbove(String log, int level, long from) {
        return jdbc.sql(COUNT_TILES)
                .param("log", log)
                .param("level", level)
                .param("from", from)
                .query(Long.class)
                .single();
    }

    void addTiles(String log, Map<TileId, byte[]> tiles) {
        if (tiles.isEmpty()) {
            return;
        }
        Collection<TileId> ids = tiles.keySet();
        jdbc.sql(ADD_TILES)
                .param("log", log)
                .param("levels", ids.stream().map(TileId::level).toArray(Integer[]::new))
                .param("indexes", ids.stream().map(TileId::index).toArray(Long[]::new))
                .param("hashes", ids.stream().map(tiles::get).toArray(byte[][]::new))
                .update();
    }

    void addCheckpoint(String log, CheckpointNote note, Instant sealedAt) {
        OffsetDateTime at = EntryWriter.timestamp(sealedAt);
        jdbc.sql(ADD_CHECKPOINT)
                .param("log", log)
                .param("size", note.checkpoint().size())
                .param("root", note.checkpoint().root().bytes())
                .param("note", note.text())
                .param("sealed_at", at)
                .update();
    }
}
