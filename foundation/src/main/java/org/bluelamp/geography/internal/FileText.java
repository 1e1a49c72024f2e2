package org.bluelamp.geography.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bluelamp.geography.ReferenceFile;

/// The bytes of a file uncompressed, and as text.
final class FileText {
    private FileText() {}

    /// The bytes without their gzip, if they have one.
    ///
    /// Errors: empty with a fault at line 1 for a torn gzip or one that unpacks to more than is taken.
    static Optional<byte[]> unpacked(byte[] bytes, Faults faults) {
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return Optional.of(bytes);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] all = in.readNBytes(ReferenceFile.BYTES_MAX + 1);
            if (all.length <= ReferenceFile.BYTES_MAX) {
                return Optional.of(all);
            }
            faults.refused(
                    Rule.TOO_LARGE,
                    1,
                    0,
                    "file",
                    "The file unpacks to more than %d bytes.".formatted(ReferenceFile.BYTES_MAX));
        } catch (IOException torn) {
            faults.refused(Rule.TORN_GZIP, 1, 0, "file", "The gzip is torn. %s.".formatted(torn.getMessage()));
        }
        return Optional.empty();
    }

    static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("Memory cannot be written.", impossible);
        }
        return out.toByteArray();
    }

    /// The bytes as UTF-8 text without its mark.
    ///
    /// Errors: empty with a fault at the line of the first byte that is not UTF-8.
    static Optional<String> utf8(byte[] bytes, Faults faults) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            int lineStart = 0;
            for (int i = 0; i < in.position(); i++) {
                if (bytes[i] == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            int column = new String(bytes, lineStart, in.position() - lineStart, StandardCharsets.UTF_8).length() + 1;
            faults.refused(
                    Rule.NOT_UTF8,
                    line,
                    column,
                    "file",
                    "The byte (%02x) is not UTF-8. Maybe the file is Windows-1252.".formatted(bytes[in.position()]));
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
