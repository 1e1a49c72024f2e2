package org.bluelamp.history.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.history.Mapping.Encoding;
import org.jspecify.annotations.Nullable;

/// The file of refused rows: CSV in UTF-8 with the columns `line`, `column`, `field`, `reason` and `row`, one line for
/// each refused row. Where nothing is refused there is no file, and one of an earlier attempt goes.
class RefusedRows implements Closeable {
    private static final int ROW_BYTES_MAX = 2_000;

    private final Optional<Path> file;
    private final Charset charset;
    private @Nullable Writer writer;

    RefusedRows(Optional<Path> file, Encoding encoding) throws IOException {
        this.file = file;
        this.charset = encoding == Encoding.UTF_8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    void add(RowOutcome.Refused refused) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        if (writer == null) {
            writer = Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8);
            writer.write("line,column,field,reason,row\n");
        }
        RowOutcome.Fault first = refused.faults().getFirst();
        byte[] raw = refused.raw();
        String row = new String(raw, 0, Math.min(raw.length, ROW_BYTES_MAX), charset);
        writer.write("%d,%d,%s,%s,%s%n"
                .formatted(
                        refused.line(),
                        first.column(),
                        quoted(first.field()),
                        quoted(reason(refused.faults())),
                        quoted(row)));
    }

    /// All faults of a row in one sentence; the first without its field, which stands beside it.
    static String reason(List<RowOutcome.Fault> faults) {
        return faults.getFirst().reason()
                + faults.stream()
                        .skip(1)
                        .map(fault -> "; %s %s".formatted(fault.field(), fault.reason()))
                        .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replace("\0", "�") + '"';
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
