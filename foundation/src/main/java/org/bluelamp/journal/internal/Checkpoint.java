package org.bluelamp.journal.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a log was at one moment: how many entries, and the root of the tree over them.
///
/// `origin` names the log for the world, e.g. `bluelamp/journal`. Never changed once a log is sealed.
/// Source: C2SP tlog-checkpoint; we write no extension lines and accept none.
record Checkpoint(String origin, long size, MerkleHash root) {
    private static final Pattern ORIGIN = Pattern.compile("[a-z0-9][a-z0-9./-]{0,127}");
    private static final Pattern TEXT = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n");

    Checkpoint {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("The origin (%s) must match %s.".formatted(origin, ORIGIN));
        }
        if (size < 0) {
            throw new IllegalArgumentException("A log cannot hold %d entries.".formatted(size));
        }
    }

    /// The three lines that are signed.
    String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /// Reads the three lines.
    ///
    /// Errors: `IllegalArgumentException` for anything else.
    static Checkpoint parse(String text) {
        Matcher lines = TEXT.matcher(text);
        if (!lines.matches()) {
            throw new IllegalArgumentException("A checkpoint is three lines: origin, size, root.");
        }
        return new Checkpoint(lines.group(1), Long.parseLong(lines.group(2)), MerkleHash.fromBase64(lines.group(3)));
    }
}
