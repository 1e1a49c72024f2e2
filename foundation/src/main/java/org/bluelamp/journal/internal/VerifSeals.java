package org.bluelamp.journal.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds the stored checkpoints of a log against the tree while it grows.
final class VerifSeals {
    private static final int READ_AT_ONCE = 1_000;

    private final String log;
    private final SealStore store;
    private final @Nullable SigningKeyPublic key;
    private final VerifFindings findings;
    private List<SealStore.Row> read = List.of();
    private int next;
    private long after;
    private long checked;
    private long lastGood;
    private long wrong;
    private long firstWrong;

    /// `after` is the size up to which an earlier check has come.
    VerifSeals(String log, SealStore store, @Nullable SigningKeyPublic key, long after, VerifFindings findings) {
        this.log = log;
        this.store = store;
        this.key = key;
        this.after = after;
        this.lastGood = after;
        this.findings = findings;
    }

    long checked() {
        return checked;
    }

    /// The size of the next checkpoint, `Long.MAX_VALUE` when there is none.
    long nextSize() {
        if (next == read.size()) {
            read = store.after(log, after, READ_AT_ONCE);
            next = 0;
        }
        return read.isEmpty() ? Long.MAX_VALUE : read.get(next).size();
    }

    /// Checks the next checkpoint against the root of the tree at its size.
    void check(MerkleHash root) {
        SealStore.Row row = take();
        if (noteIsTrue(row) && root.equals(new MerkleHash(row.root()))) {
            if (wrong == 0) {
                lastGood = row.size();
            }
        } else if (!root.equals(new MerkleHash(row.root()))) {
            firstWrong = wrong == 0 ? row.size() : firstWrong;
            wrong++;
        }
    }

    /// Says what the checkpoints gave away, when the tree has been gone through. Checkpoints beyond `sealed` were made
    /// while it was: they are the next check's.
    void end(long size, long sealed) {
        if (wrong > 0) {
            findings.add(
                    lastGood + 1,
                    "Between position %d and %d the log is not what was sealed: the checkpoint of %d entries"
                            + " has another root, and so have %d later ones.",
                    lastGood + 1,
                    firstWrong,
                    firstWrong,
                    wrong - 1);
        }
        long beyond = 0;
        while (nextSize() != Long.MAX_VALUE) {
            SealStore.Row row = take();
            noteIsTrue(row);
            beyond = row.size() <= sealed ? row.size() : beyond;
        }
        if (beyond > 0) {
            findings.add(size + 1, "The end is missing: %d entries were sealed, %d are there.", beyond, size);
        }
    }

    private SealStore.Row take() {
        nextSize();
        SealStore.Row row = read.get(next++);
        after = row.size();
        checked++;
        return row;
    }

    /// Whether the row says what its note says, and the note is signed by the log's key.
    private boolean noteIsTrue(SealStore.Row row) {
        CheckpointNote note;
        try {
            note = CheckpointNote.parse(row.note());
        } catch (IllegalArgumentException refused) {
            String why = String.valueOf(refused.getMessage());
            findings.add(row.size(), "The checkpoint of %d entries cannot be read. %s", row.size(), why);
            return false;
        }
        if (key == null || !key.signed(note)) {
            findings.add(row.size(), "The checkpoint of %d entries is not signed by the key of the log.", row.size());
            return false;
        }
        if (note.checkpoint().size() != row.size()
                || !Arrays.equals(note.checkpoint().root().bytes(), row.root())) {
            findings.add(row.size(), "The checkpoint of %d entries does not say what its note says.", row.size());
            return false;
        }
        return true;
    }
}
