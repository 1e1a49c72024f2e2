package org.bluelamp.journal.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.bluelamp.journal.Verification;

/// One check of one log, from the beginning or from where an earlier one was broken off.
final class VerifRun {
    /// How often the place reached is written down, in entries.
    private static final long MARK_EVERY = 16L * VerifChunk.ENTRIES;

    /// An entry that was recorded longer ago must be under a checkpoint.
    static final Duration UNSEALED_MAX = Duration.ofMinutes(1);

    /// What a check works with.
    record Setting(VerifSource source, SealStore store, Optional<SigningKeyPublic> key, Path markFile, Instant now) {}

    private final Setting setting;
    private final VerifFindings findings;
    private final VerifWitness witness;
    private final VerifSeals seals;
    private final VerifOrder order;
    private final MerkleEdge edge;
    private final long size;
    private final long sealed;
    private final long start;

    VerifRun(Setting setting, Optional<VerifMark> mark, VerifWitness witness, VerifFindings findings) {
        this.setting = setting;
        this.findings = findings;
        this.witness = witness;
        VerifSource source = setting.source();
        this.sealed = setting.store().lastSize(source.log());
        this.size = source.size();
        Optional<MerkleEdge> resumed =
                mark.filter(place -> place.size() <= size).flatMap(this::edgeAt);
        this.start = resumed.isPresent() ? resumed.get().size() : 0;
        this.edge = resumed.orElseGet(() -> new MerkleEdge(this::tileFilled));
        this.seals = new VerifSeals(source.log(), setting.store(), setting.key().orElse(null), start, findings);
        this.order = new VerifOrder(
                source, findings, start, start > 0 ? mark.orElseThrow().recordedAt() : Instant.MIN);
    }

    /// The tree where the earlier check stopped, if the tiles still are what they were then.
    private Optional<MerkleEdge> edgeAt(VerifMark mark) {
        var tiles = new SealTiles(setting.store(), setting.source());
        var nodes = new TileNodes(mark.size(), tiles, setting.source());
        MerkleEdge read = MerkleEdge.of(mark.size(), nodes, this::tileFilled);
        return read.root().equals(mark.root()) ? Optional.of(read) : Optional.empty();
    }

    Verification.Report run(LongConsumer progress, long startedNanos) {
        passWitnessedBefore();
        readAll(progress);
        seals.end(size, sealed);
        witness.end(size);
        order.end();
        countTiles();
        sealInTime();
        VerifMark.forget(setting.markFile());
        return new Verification.Report(
                setting.source().log(),
                size,
                Math.min(sealed, size),
                start,
                size - start,
                seals.checked(),
                witness.seen(),
                findings.listed(),
                findings.further(),
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    private void passWitnessedBefore() {
        var tiles = new SealTiles(setting.store(), setting.source());
        while (witness.nextSize() <= start) {
            long at = witness.nextSize();
            witness.check(new TileNodes(at, tiles, setting.source()).range(0, at));
        }
    }

    private void readAll(LongConsumer progress) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            Deque<Future<VerifChunk>> underWay = new ArrayDeque<>();
            long asked = start;
            while (asked < size || !underWay.isEmpty()) {
                while (asked < size && underWay.size() <= threads) {
                    long after = asked;
                    long upTo = Math.min(size, (after / VerifChunk.ENTRIES + 1) * VerifChunk.ENTRIES);
                    underWay.add(readers.submit(
                            () -> VerifChunk.read(setting.source(), setting.store(), after, upTo, sealed)));
                    asked = upTo;
                }
                take(arrived(underWay.removeFirst()));
                progress.accept(edge.size());
            }
        }
    }

    private static VerifChunk arrived(Future<VerifChunk> reading) {
        try {
            return reading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was stopped.", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The log cannot be read.", failed.getCause());
        }
    }

    private void take(VerifChunk chunk) {
        chunk.findings().forEach(findings::add);
        for (VerifRow row : chunk.rows()) {
            order.follow(row);
            edge.add(row.leaf());
            if (edge.size() == seals.nextSize()) {
                seals.check(edge.root());
            }
            while (edge.size() == witness.nextSize()) {
                witness.check(edge.root());
            }
        }
        if (edge.size() % MARK_EVERY == 0 && findings.none() && edge.size() <= sealed) {
            new VerifMark(edge.size(), edge.root(), order.recordedAt()).write(setting.markFile());
        }
    }

    /// Tiles of leaves are compared where the leaves are read; those above here.
    private void tileFilled(TileId id, byte[] hashes) {
        if (id.level() == 0 || id.fullAt() > sealed) {
            return;
        }
        var stored = setting.store().tile(setting.source().log(), id);
        if (stored.isEmpty()) {
            findings.add(id.fullAt(), "The tile %d of level %d is not there.", id.index(), id.level());
        } else if (!java.util.Arrays.equals(stored.get(), hashes)) {
            findings.add(id.fullAt(), "The tile %d of level %d is not the tree's.", id.index(), id.level());
        }
    }

    private void countTiles() {
        for (int level = 0; level < TileId.LEVELS_MAX; level++) {
            long there = setting.store().countAbove(setting.source().log(), level, TileId.full(level, sealed));
            // While this check runs the sealer goes on; only where nothing was added can there be no more tiles.
            if (there > 0 && setting.store().lastSize(setting.source().log()) == sealed) {
                findings.add(
                        size + 1, "There are %d tiles of level %d of entries that never were sealed.", there, level);
            }
        }
    }

    private void sealInTime() {
        if (sealed < size) {
            for (VerifRow row : setting.source().rows(sealed, sealed + 1)) {
                if (row.readable() && row.recordedAt().isBefore(setting.now().minus(UNSEALED_MAX))) {
                    findings.add(row.position(), "From this entry on nothing has been sealed for over a minute.");
                }
            }
        }
    }
}
