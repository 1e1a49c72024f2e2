package org.bluelamp.history.internal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bluelamp.history.ExportUnreadable;
import org.bluelamp.history.Mapping.Encoding;
import org.bluelamp.history.internal.Lines.Line;

/// The rows of a delimited file, one at a time, in bounded memory. A broken row is told with its line and column,
/// and the next line is read as if nothing had been: where quotes swallow lines (one is not closed), only the line
/// with the quote is lost, and the lines after it are read again by themselves.
class CsvRows implements Closeable {
    /// The most columns a file may have.
    static final int COLUMNS_MAX = 500;

    /// The most lines one row may span between its quotes.
    static final int ROW_LINES_MAX = 100;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int RAW_BYTES_MAX = 2_000;

    private final Lines lines;
    private final byte delimiter;
    private final byte quote;
    private final CharsetDecoder decoder;
    private final List<String> header;

    CsvRows(InputStream in, Optional<Character> delimiter, char quote, Encoding encoding) throws IOException {
        this.lines = new Lines(in);
        this.quote = (byte) quote;
        this.decoder = switch (encoding) {
            case UTF_8 -> StandardCharsets.UTF_8.newDecoder();
            case WINDOWS_1252 -> WINDOWS_1252.newDecoder();
        };
        decoder.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        Line first = firstLine();
        this.delimiter = delimiter.map(sign -> (byte) (char) sign).orElseGet(() -> found(first.bytes()));
        lines.giveBack(List.of(first));
        this.header = header();
    }

    private Line firstLine() throws IOException {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().tooLong()) {
                throw new ExportUnreadable("The first line is longer than %d bytes; it must name the columns."
                        .formatted(Lines.LINE_BYTES_MAX));
            }
            if (!blank(line.get().bytes())) {
                return line.get();
            }
        }
        throw new ExportUnreadable("The file has no line that names its columns.");
    }

    private List<String> header() throws IOException {
        CsvRow row = next(0).orElseThrow();
        return switch (row) {
            case CsvRow.Read read -> read.fields().stream().map(String::strip).toList();
            case CsvRow.Broken broken ->
                throw new ExportUnreadable("The line that names the columns (line %d, column %d) cannot be read: it %s."
                        .formatted(broken.line(), broken.column(), broken.reason()));
        };
    }

    /// The sign that parts the most columns in the first line.
    private byte found(byte[] line) {
        byte best = ',';
        long most = 0;
        for (byte candidate : new byte[] {',', ';', '\t', '|'}) {
            boolean quoted = false;
            long count = 0;
            for (byte octet : line) {
                quoted ^= octet == quote;
                count += !quoted && octet == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    List<String> columns() {
        return header;
    }

    char delimiter() {
        return (char) delimiter;
    }

    long bytesRead() {
        return lines.bytesRead();
    }

    /// The next row; blank lines are passed over.
    Optional<CsvRow> next() throws IOException {
        return next(header.size());
    }

    private Optional<CsvRow> next(int columns) throws IOException {
        Optional<Line> first = lines.next();
        while (first.isPresent() && blank(first.get().bytes())) {
            first = lines.next();
        }
        if (first.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(row(first.get(), columns));
    }

    private CsvRow row(Line first, int columns) throws IOException {
        if (first.tooLong()) {
            return broken(first, 0, "is longer than %,d bytes".formatted(Lines.LINE_BYTES_MAX));
        }
        var spanned = new ArrayList<Line>(List.of(first));
        var bytes = first.bytes();
        var split = new Split(bytes);
        while (split.unclosed()) {
            Optional<Line> more = lines.next();
            more.ifPresent(spanned::add);
            if (more.isEmpty()
                    || more.get().tooLong()
                    || spanned.size() > ROW_LINES_MAX
                    || bytes.length + more.get().bytes().length >= Lines.LINE_BYTES_MAX) {
                lines.giveBack(spanned.subList(1, spanned.size()));
                return broken(first, split.column(), "has a quote that is not closed");
            }
            bytes = joined(bytes, more.get().bytes());
            split = new Split(bytes);
        }
        CsvRow row = row(first, spanned.getLast(), bytes, split, columns);
        if (row instanceof CsvRow.Broken && spanned.size() > 1) {
            lines.giveBack(spanned.subList(1, spanned.size()));
            return broken(first, split.quoteColumn(), "has a quote that is not closed");
        }
        return row;
    }

    private CsvRow row(Line first, Line last, byte[] bytes, Split split, int columns) {
        if (split.fault().isPresent()) {
            return broken(first, split.column(), split.fault().get());
        }
        if (columns > 0 && split.columns() != columns) {
            String reason = "has %d columns, not %d".formatted(split.columns(), columns);
            boolean torn = !last.terminated() && split.columns() < columns;
            return broken(
                    first, Math.min(split.columns(), columns + 1), torn ? reason + ": the file breaks off" : reason);
        }
        var fields = new ArrayList<String>(split.columns());
        for (int column = 0; column < split.columns(); column++) {
            try {
                fields.add(text(split.field(column)));
            } catch (CharacterCodingException malformed) {
                return broken(
                        first,
                        column + 1,
                        "has bytes that are not " + decoder.charset().name());
            }
        }
        return new CsvRow.Read(first.number(), fields, bytes);
    }

    private String text(ByteBuffer field) throws CharacterCodingException {
        for (int at = field.position(); at < field.limit(); at++) {
            if (field.get(at) < 0) {
                return decoder.decode(field).toString();
            }
        }
        return new String(field.array(), field.position(), field.remaining(), StandardCharsets.ISO_8859_1);
    }

    private static CsvRow.Broken broken(Line line, int column, String reason) {
        byte[] start = Arrays.copyOf(line.bytes(), Math.min(line.bytes().length, RAW_BYTES_MAX));
        return new CsvRow.Broken(line.number(), column, reason, start);
    }

    private static byte[] joined(byte[] start, byte[] more) {
        byte[] all = Arrays.copyOf(start, start.length + 1 + more.length);
        all[start.length] = '\n';
        System.arraycopy(more, 0, all, start.length + 1, more.length);
        return all;
    }

    private static boolean blank(byte[] line) {
        for (byte octet : line) {
            if (octet != ' ' && octet != '\r' && octet != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /// One row taken apart at its delimiters.
    private final class Split {
        private final byte[] bytes;
        private final List<ByteBuffer> fields = new ArrayList<>();
        private Optional<String> fault = Optional.empty();
        private boolean unclosed;
        private int quoteColumn = 1;
        private int faultColumn = 1;

        Split(byte[] bytes) {
            this.bytes = bytes;
            int at = 0;
            while (at <= bytes.length && fault.isEmpty() && !unclosed) {
                if (fields.size() == COLUMNS_MAX) {
                    fault("has more than %d columns".formatted(COLUMNS_MAX), COLUMNS_MAX + 1);
                } else if (at < bytes.length && bytes[at] == quote) {
                    at = quoted(at + 1);
                } else {
                    at = plain(at);
                }
            }
        }

        private int plain(int from) {
            int at = from;
            while (at < bytes.length && bytes[at] != delimiter) {
                if (bytes[at] == 0) {
                    fault("has a NUL byte", fields.size() + 1);
                    return at;
                }
                at++;
            }
            fields.add(ByteBuffer.wrap(bytes, from, at - from));
            return at + 1;
        }

        private int quoted(int from) {
            quoteColumn = fields.size() + 1;
            var field = new ByteArrayOutputStream();
            int at = from;
            while (at < bytes.length) {
                if (bytes[at] == 0) {
                    fault("has a NUL byte", fields.size() + 1);
                    return at;
                }
                if (bytes[at] != quote) {
                    field.write(bytes[at++]);
                } else if (at + 1 < bytes.length && bytes[at + 1] == quote) {
                    field.write(quote);
                    at += 2;
                } else {
                    fields.add(ByteBuffer.wrap(field.toByteArray()));
                    return closed(at + 1);
                }
            }
            unclosed = true;
            return at;
        }

        private int closed(int at) {
            if (at < bytes.length && bytes[at] != delimiter) {
                fault("has text after a closing quote", fields.size());
            }
            return at + 1;
        }

        private void fault(String reason, int column) {
            fault = Optional.of(reason);
            faultColumn = column;
        }

        boolean unclosed() {
            return unclosed;
        }

        Optional<String> fault() {
            return fault;
        }

        int columns() {
            return fields.size();
        }

        int column() {
            return unclosed ? quoteColumn : faultColumn;
        }

        int quoteColumn() {
            return quoteColumn;
        }

        ByteBuffer field(int column) {
            return fields.get(column);
        }
    }
}
