package org.bluelamp.history.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The lines of a file as bytes, one at a time. A line longer than `LINE_BYTES_MAX` is passed over without keeping
/// it, so that a file without line ends takes no memory.
class Lines implements Closeable {
    /// The longest line that is read, in bytes.
    static final int LINE_BYTES_MAX = 1 << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int START_BYTES = 200;

    /// One line without its end. `terminated` where a line end followed; `tooLong` where only its start was kept.
    record Line(int number, byte[] bytes, boolean terminated, boolean tooLong) {}

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int filled;
    private int number;
    private long bytesRead;
    private byte[] line = new byte[1_024];
    private final Deque<Line> givenBack = new ArrayDeque<>();

    Lines(InputStream in) {
        this.in = in;
    }

    Optional<Line> next() throws IOException {
        if (!givenBack.isEmpty()) {
            return Optional.of(givenBack.removeFirst());
        }
        int length = 0;
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            boolean ended = end < filled;
            tooLong |= length + (end - at) > LINE_BYTES_MAX;
            length = tooLong ? Math.max(keep(length, end), START_BYTES) : keep(length, end);
            at = ended ? end + 1 : end;
            if (ended) {
                return Optional.of(line(length, true, tooLong));
            }
        }
        return any ? Optional.of(line(length, false, tooLong)) : Optional.empty();
    }

    /// Appends the bytes up to `end` to the line, no more than a line may have; the new length.
    private int keep(int length, int end) {
        int more = Math.min(end - at, LINE_BYTES_MAX - length);
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(buffer, at, line, length, more);
        return length + more;
    }

    private Line line(int length, boolean terminated, boolean tooLong) {
        number++;
        int kept = tooLong ? START_BYTES : length;
        if (terminated && !tooLong && kept > 0 && line[kept - 1] == '\r') {
            kept--;
        }
        return new Line(number, Arrays.copyOf(line, kept), terminated, tooLong);
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(in.read(buffer, 0, buffer.length), 0);
        bytesRead += filled;
        return filled > 0;
    }

    /// Lines that are read again next, in this order.
    void giveBack(List<Line> lines) {
        lines.reversed().forEach(givenBack::addFirst);
    }

    /// Bytes taken from the file so far.
    long bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
