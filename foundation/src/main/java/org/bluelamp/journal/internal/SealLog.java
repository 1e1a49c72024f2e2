package org.bluelamp.journal.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.journal.MachineClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals one log: reads what is new, stores the tiles it fills, signs a checkpoint over all of it.
final class SealLog {
    /// One checkpoint takes in this many new entries at most; the next follows at once.
    static final int LEAVES_MAX = 50_000;

    private static final int LEAVES_AT_ONCE = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(SealLog.class);

    private final LeafSource leaves;
    private final SealStore store;
    private final String origin;
    private final Map<TileId, byte[]> filled = new HashMap<>();

    /// The right edge after the last checkpoint, so that a quiet second reads nothing again.
    private @Nullable MerkleEdge edge;

    private long shortOf;

    SealLog(LeafSource leaves, SealStore store, String origin) {
        this.leaves = leaves;
        this.store = store;
        this.origin = origin;
    }

    String log() {
        return leaves.log();
    }

    /// Seals what is new; nothing, where nothing is. Called inside the transaction that holds the seal lock.
    Optional<CheckpointNote> seal(SigningKey key, MachineClock clock) {
        Optional<CheckpointNote> before = store.latest(log());
        long sealed = before.map(note -> note.checkpoint().size()).orElse(0L);
        long size = leaves.size();
        if (size <= sealed) {
            warnWhereShort(size, sealed);
            return Optional.empty();
        }
        MerkleEdge growing = edgeAfter(before);
        edge = null;
        filled.clear();
        long to = Math.min(size, sealed + LEAVES_MAX);
        for (long from = sealed; from < to; from += LEAVES_AT_ONCE) {
            leaves.leaves(from, Math.min(to, from + LEAVES_AT_ONCE)).forEach(growing::add);
        }
        store.addTiles(log(), filled);
        CheckpointNote note = key.seal(new Checkpoint(origin, to, growing.root()));
        store.addCheckpoint(log(), note, clock.now());
        edge = growing;
        return Optional.of(note);
    }

    /// The checkpoint sealed last, if there is one.
    Optional<CheckpointNote> latest() {
        return store.latest(log());
    }

    private MerkleEdge edgeAfter(Optional<CheckpointNote> before) {
        MerkleEdge kept = edge;
        if (before.isEmpty()) {
            return new MerkleEdge(filled::put);
        }
        Checkpoint last = before.get().checkpoint();
        if (kept != null && kept.size() == last.size() && kept.root().equals(last.root())) {
            return kept;
        }
        var nodes = new TileNodes(last.size(), new SealTiles(store, leaves), leaves);
        MerkleEdge read = MerkleEdge.of(last.size(), nodes, filled::put);
        if (!read.root().equals(last.root())) {
            // Sealing goes on: what is new must be protected too, and the older checkpoints keep the evidence.
            LOG.error("The {} no longer is what was sealed at {}. journal verify says where.", log(), last.size());
        }
        return read;
    }

    private void warnWhereShort(long size, long sealed) {
        if (size < sealed && shortOf != sealed) {
            LOG.error("The {} holds {} entries, but {} were sealed: its end is missing.", log(), size, sealed);
            shortOf = sealed;
        }
    }

    /// Says, once at the start, where the witness saw more or other than there is.
    void compareWith(CheckpointNote witnessed) {
        Checkpoint seen = witnessed.checkpoint();
        long size = leaves.size();
        if (seen.size() > size) {
            LOG.error("The witness saw {} entries of the {}, which holds {}.", seen.size(), log(), size);
            return;
        }
        MerkleHash root = new TileNodes(seen.size(), new SealTiles(store, leaves), leaves).range(0, seen.size());
        if (!root.equals(seen.root())) {
            LOG.error("The {} is not the one the witness saw at {} entries.", log(), seen.size());
        }
    }

    static List<SealLog> all(List<LeafSource> logs, SealStore store, SealFiles files) {
        return logs.stream()
                .map(log -> new SealLog(log, store, files.originOf(log.log())))
                .toList();
    }
}
