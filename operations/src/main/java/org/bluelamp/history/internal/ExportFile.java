package org.bluelamp.history.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.bluelamp.history.ExportUnreadable;
import org.bluelamp.history.Mapping.Encoding;

/// An export as it lies on the disk: looked at once from end to end before it is read, so that its fingerprint, its
/// size and its encoding are known. Whether it is compressed is told by its first bytes, not by its name.
///
/// Units: `storedBytes` as on the disk, `bytes` of text. `torn` where a compressed file breaks off.
record ExportFile(
        Path path,
        String sha256,
        long storedBytes,
        long bytes,
        boolean gzipped,
        Encoding encoding,
        int skip,
        boolean torn) {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;
    private static final byte[] BOM_UTF_8 = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    static ExportFile lookAt(Path path, Optional<Encoding> named) throws IOException {
        boolean gzipped = isGzip(path);
        MessageDigest stored = newDigest();
        var validity = new Utf8Validity();
        var start = new byte[BOM_UTF_8.length];
        long bytes = 0;
        boolean torn = false;
        try (InputStream raw = new DigestInputStream(Files.newInputStream(path), stored);
                InputStream text = gzipped ? new GZIPInputStream(raw, BUFFER_BYTES) : raw) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                for (int at = 0; at < read && bytes + at < start.length; at++) {
                    start[(int) bytes + at] = buffer[at];
                }
                validity.take(buffer, read);
                bytes += read;
            }
        } catch (EOFException | ZipException brokenOff) {
            torn = true;
        }
        refuseWide(start, bytes);
        boolean bom = bytes >= BOM_UTF_8.length && java.util.Arrays.equals(start, BOM_UTF_8);
        Encoding encoding = named.orElse(bom || validity.valid() ? Encoding.UTF_8 : Encoding.WINDOWS_1252);
        return new ExportFile(
                path,
                torn ? shaOf(path) : HexFormat.of().formatHex(stored.digest()),
                Files.size(path),
                bytes,
                gzipped,
                encoding,
                bom ? BOM_UTF_8.length : 0,
                torn);
    }

    private static void refuseWide(byte[] start, long bytes) {
        if (bytes == 0) {
            throw new ExportUnreadable("The file is empty.");
        }
        if (bytes >= 2
                && (start[0] == (byte) 0xff && start[1] == (byte) 0xfe
                        || start[0] == (byte) 0xfe && start[1] == (byte) 0xff)) {
            throw new ExportUnreadable("The file is in UTF-16. Maybe save it again as UTF-8.");
        }
        if (bytes >= 2 && start[0] == 'P' && start[1] == 'K') {
            throw new ExportUnreadable(
                    "The file is a ZIP archive or a spreadsheet, not a CSV. Maybe export it as CSV.");
        }
    }

    /// The text from its beginning, without the byte order mark; ends quietly where a compressed file breaks off.
    InputStream open() throws IOException {
        InputStream raw = Files.newInputStream(path);
        InputStream text =
                gzipped ? new GZIPInputStream(raw, BUFFER_BYTES) : new BufferedInputStream(raw, BUFFER_BYTES);
        InputStream quiet = torn ? new EndingQuietly(text) : text;
        quiet.skipNBytes(skip);
        return quiet;
    }

    private static boolean isGzip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == GZIP_MAGIC_1 && in.read() == GZIP_MAGIC_2;
        }
    }

    private static String shaOf(Path path) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream raw = new DigestInputStream(Files.newInputStream(path), digest)) {
            raw.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }

    /// A compressed stream that breaks off counts as one that ends there; the last row is then torn.
    private static final class EndingQuietly extends FilterInputStream {
        EndingQuietly(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (EOFException | ZipException brokenOff) {
                return -1;
            }
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                return super.read(buffer, from, length);
            } catch (EOFException | ZipException brokenOff) {
                return -1;
            }
        }
    }

    /// Whether bytes seen so far are UTF-8, without overlong forms and surrogates.
    static final class Utf8Validity {
        private boolean valid = true;
        private int following;
        private int lowest = 0x80;
        private int highest = 0xbf;

        void take(byte[] buffer, int length) {
            for (int at = 0; at < length && valid; at++) {
                take(buffer[at] & 0xff);
            }
        }

        private void take(int octet) {
            if (following > 0) {
                valid = octet >= lowest && octet <= highest;
                lowest = 0x80;
                highest = 0xbf;
                following--;
            } else if (octet >= 0x80) {
                following = octet >= 0xf0 ? 3 : octet >= 0xe0 ? 2 : 1;
                valid = octet >= 0xc2 && octet <= 0xf4;
                lowest = octet == 0xe0 ? 0xa0 : octet == 0xf0 ? 0x90 : 0x80;
                highest = octet == 0xed ? 0x9f : octet == 0xf4 ? 0x8f : 0xbf;
            }
        }

        boolean valid() {
            return valid && following == 0;
        }
    }
}
