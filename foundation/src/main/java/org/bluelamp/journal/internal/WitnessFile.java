package org.bluelamp.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file of checkpoints, one below the other, each followed by an empty line. It is only ever added to, and
/// every addition is on the disk before the next entry is sealed. A copy of it on another host is what `journal
/// verify --witness` is given.
final class WitnessFile {
    /// The last checkpoint is looked for in this many bytes from the end.
    private static final int TAIL_BYTES = 3 * CheckpointNote.CHARACTERS_MAX;

    private static final String BETWEEN = "\n";

    private final Path file;

    WitnessFile(Path file) {
        this.file = file;
    }

    /// One checkpoint of the file, or why it is none.
    sealed interface Line {
        /// The number of its first line in the file, counted from 1.
        int line();

        record Witnessed(int line, CheckpointNote note) implements Line {}

        record Unreadable(int line, String reason) implements Line {}
    }

    /// Everything in the file, in order.
    ///
    /// Errors: `UncheckedIOException` when it cannot be read.
    List<Line> read() {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            var reader = new Reader();
            lines.forEachOrdered(reader::line);
            reader.end();
            return reader.found;
        } catch (IOException fault) {
            throw new UncheckedIOException("The witness file (%s) cannot be read.".formatted(file), fault);
        }
    }

    /// The checkpoint handed over last, if there is one.
    ///
    /// Errors: `IllegalStateException` when the file ends in something else.
    Optional<CheckpointNote> last() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return Tail.of(channel).last();
        } catch (IOException fault) {
            throw new UncheckedIOException("The witness file (%s) cannot be read.".formatted(file), fault);
        } catch (IllegalArgumentException other) {
            throw new IllegalStateException("The witness file (%s) ends in no checkpoint.".formatted(file), other);
        }
    }

    /// Adds a checkpoint and waits until the disk has it. The torn end of an addition that never finished, which
    /// was never handed over and holds no checkpoint, is cut off first.
    ///
    /// Errors: `UncheckedIOException`; then nothing counts as handed over.
    void add(CheckpointNote note) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - Tail.of(channel).torn());
                channel.position(channel.size());
                var bytes = ByteBuffer.wrap((note.text() + BETWEEN).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("The witness file (%s) cannot be written.".formatted(file), fault);
        }
    }

    /// The end of the file, one character for each byte.
    private record Tail(String text) {
        private static final Pattern NOTE =
                Pattern.compile("[^\n]+\n[0-9]+\n[^\n]+\n\n(?:\u00e2\u0080\u0094 [^\n]+\n)+(?=\n)");

        static Tail of(FileChannel channel) throws IOException {
            var tail = ByteBuffer.allocate(TAIL_BYTES);
            long from = Math.max(0, channel.size() - TAIL_BYTES);
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
                // Reads on until the end of the file.
            }
            return new Tail(new String(tail.array(), 0, tail.position(), StandardCharsets.ISO_8859_1));
        }

        Optional<CheckpointNote> last() {
            return NOTE.matcher(text)
                    .results()
                    .reduce((_, later) -> later)
                    .map(found -> found.group().getBytes(StandardCharsets.ISO_8859_1))
                    .map(bytes -> CheckpointNote.parse(new String(bytes, StandardCharsets.UTF_8)));
        }

        /// How many bytes stand behind the last whole checkpoint that are not its empty line.
        int torn() {
            if (text.isEmpty()) {
                return 0;
            }
            int whole = NOTE.matcher(text)
                    .results()
                    .reduce((_, later) -> later)
                    .orElseThrow(
                            () -> new IllegalStateException("The witness file holds no checkpoint. Maybe move it."))
                    .end();
            return text.length() - whole - BETWEEN.length();
        }
    }

    /// A checkpoint is three lines, an empty one, and its signatures up to the next empty line.
    private static final class Reader {
        private final List<Line> found = new ArrayList<>();
        private final StringBuilder note = new StringBuilder();
        private int number;
        private int first = 1;
        private boolean signatures;

        void line(String line) {
            number++;
            if (!line.isEmpty()) {
                note.append(line).append('\n');
            } else if (signatures || note.isEmpty()) {
                end();
            } else {
                note.append('\n');
                signatures = true;
            }
        }

        void end() {
            if (!note.isEmpty()) {
                found.add(parsed(note.toString()));
            }
            note.setLength(0);
            signatures = false;
            first = number + 1;
        }

        private Line parsed(String text) {
            try {
                return new Line.Witnessed(first, CheckpointNote.parse(text));
            } catch (IllegalArgumentException refused) {
                return new Line.Unreadable(first, String.valueOf(refused.getMessage()));
            }
        }
    }
}
