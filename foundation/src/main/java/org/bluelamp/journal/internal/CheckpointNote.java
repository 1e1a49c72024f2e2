package org.bluelamp.journal.internal;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A checkpoint with its signatures, as it is stored, witnessed and printed. The text is kept as it was read.
///
/// Source: C2SP signed-note: the text, an empty line, one line for each signature.
record CheckpointNote(String text, Checkpoint checkpoint, List<Signature> signatures) {
    static final int SIGNATURES_MAX = 16;
    static final int CHARACTERS_MAX = 4_096;

    private static final Pattern SIGNATURE = Pattern.compile("— ([^ +\n]+) ([A-Za-z0-9+/]+={0,2})");

    /// One signature line: the name of the key, the first four bytes of its hash, and what it signed with.
    record Signature(String name, byte[] keyHash, byte[] signed) {
        static final int KEY_HASH_BYTES = 4;

        String line() {
            byte[] both = new byte[keyHash.length + signed.length];
            System.arraycopy(keyHash, 0, both, 0, keyHash.length);
            System.arraycopy(signed, 0, both, keyHash.length, signed.length);
            return "— " + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }

        static Signature parse(String line) {
            Matcher parts = SIGNATURE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("A signature line is a dash, a name and base64.");
            }
            byte[] both = Base64.getDecoder().decode(parts.group(2));
            if (both.length <= KEY_HASH_BYTES) {
                throw new IllegalArgumentException("A signature of %d bytes is too short.".formatted(both.length));
            }
            return new Signature(
                    parts.group(1),
                    java.util.Arrays.copyOf(both, KEY_HASH_BYTES),
                    java.util.Arrays.copyOfRange(both, KEY_HASH_BYTES, both.length));
        }
    }

    static CheckpointNote of(Checkpoint checkpoint, Signature signature) {
        return new CheckpointNote(checkpoint.text() + "\n" + signature.line(), checkpoint, List.of(signature));
    }

    /// Reads a note.
    ///
    /// Errors: `IllegalArgumentException` with what is wrong; nothing is said about the signatures' truth.
    static CheckpointNote parse(String note) {
        if (note.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException("A note has at most %d characters.".formatted(CHARACTERS_MAX));
        }
        int gap = note.indexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("A note is a text, an empty line and its signatures, each line ended.");
        }
        Checkpoint checkpoint = Checkpoint.parse(note.substring(0, gap + 1));
        List<Signature> signatures = note.substring(gap + 2)
                .lines()
                .limit(SIGNATURES_MAX + 1L)
                .map(Signature::parse)
                .toList();
        if (signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
            throw new IllegalArgumentException("A note has 1 to %d signatures.".formatted(SIGNATURES_MAX));
        }
        var read = new CheckpointNote(note, checkpoint, signatures);
        if (!read.written().equals(note)) {
            throw new IllegalArgumentException("A note is written in one way only.");
        }
        return read;
    }

    private String written() {
        return signatures.stream().map(Signature::line).collect(Collectors.joining("", checkpoint.text() + "\n", ""));
    }
}
