package org.bluelamp.journal.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds what the witness saw against the tree while it grows. Every witnessed checkpoint must be the beginning
/// of today's log, and they must have been handed over in order.
final class VerifWitness {
    private final VerifFindings findings;
    private final Deque<Checkpoint> waiting = new ArrayDeque<>();
    private long seen;
    private long lastGood;
    private long wrong;
    private long firstWrong;

    private VerifWitness(VerifFindings findings) {
        this.findings = findings;
    }

    /// Nobody was asked.
    static VerifWitness none(VerifFindings findings) {
        return new VerifWitness(findings);
    }

    static VerifWitness of(
            List<WitnessFile.Line> lines, String origin, @Nullable SigningKeyPublic key, VerifFindings findings) {
        var witness = new VerifWitness(findings);
        var ofThisLog = new ArrayList<Checkpoint>();
        for (WitnessFile.Line line : lines) {
            switch (line) {
                case WitnessFile.Line.Unreadable bad ->
                    findings.add(0, "Line %d of the witness file is no checkpoint. %s", bad.line(), bad.reason());
                case WitnessFile.Line.Witnessed(int number, CheckpointNote note) -> {
                    boolean ours = note.checkpoint().origin().equals(origin);
                    if (ours && key != null && key.signed(note)) {
                        witness.inOrder(number, note.checkpoint(), ofThisLog);
                        ofThisLog.add(note.checkpoint());
                    } else if (ours) {
                        findings.add(0, "Line %d of the witness file is not signed by the key of the log.", number);
                    }
                }
            }
        }
        if (ofThisLog.isEmpty()) {
            findings.add(0, "The witness file holds no checkpoint of %s.", origin);
        }
        ofThisLog.sort(Comparator.comparingLong(Checkpoint::size));
        witness.waiting.addAll(ofThisLog);
        return witness;
    }

    private void inOrder(int line, Checkpoint checkpoint, List<Checkpoint> before) {
        if (before.isEmpty()) {
            return;
        }
        Checkpoint last = before.getLast();
        if (checkpoint.size() < last.size()) {
            findings.add(
                    checkpoint.size(),
                    "An old checkpoint was played again: %d entries at line %d of the witness file, after %d.",
                    checkpoint.size(),
                    line,
                    last.size());
        } else if (checkpoint.size() == last.size() && !checkpoint.root().equals(last.root())) {
            findings.add(
                    checkpoint.size(),
                    "The log forked: at line %d the witness saw another log of %d entries than before.",
                    line,
                    checkpoint.size());
        }
    }

    long seen() {
        return seen;
    }

    long nextSize() {
        Checkpoint next = waiting.peekFirst();
        return next == null ? Long.MAX_VALUE : next.size();
    }

    void check(MerkleHash root) {
        Checkpoint next = waiting.removeFirst();
        seen++;
        if (!next.root().equals(root)) {
            firstWrong = wrong == 0 ? next.size() : firstWrong;
            wrong++;
        } else if (wrong == 0) {
            lastGood = next.size();
        }
    }

    void end(long size) {
        if (wrong > 0) {
            findings.add(
                    lastGood + 1,
                    "Between position %d and %d the log is not the one the witness saw: it was written anew or"
                            + " forked (%d witnessed checkpoints do not fit).",
                    lastGood + 1,
                    firstWrong,
                    wrong);
        }
        if (!waiting.isEmpty()) {
            long most = waiting.getLast().size();
            seen += waiting.size();
            findings.add(size + 1, "The end was cut off: the witness saw %d entries, %d are there.", most, size);
        }
    }
}
