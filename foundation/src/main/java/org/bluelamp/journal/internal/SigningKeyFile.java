package org.bluelamp.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// Keeps the seal key beside the data, never in the database: `keys/journal-seal.key`, readable by its owner
/// only, and `keys/journal-seal.pub`, one line for each log, for anybody.
final class SigningKeyFile {
    private static final String KEY = "journal-seal.key";
    private static final String PUBLIC = "journal-seal.pub";

    private final Path directory;

    /// `directory` is `<data>/keys`.
    SigningKeyFile(Path directory) {
        this.directory = directory;
    }

    Path key() {
        return directory.resolve(KEY);
    }

    Path publicKeys() {
        return directory.resolve(PUBLIC);
    }

    boolean exists() {
        return Files.exists(key());
    }

    /// Reads the key, or makes one on the first start.
    ///
    /// Errors: `IllegalStateException` when others may read it; `UncheckedIOException` when it cannot be kept.
    SigningKey open(List<String> origins) {
        try {
            if (!exists()) {
                make();
            }
            refuseOpenToOthers();
            SigningKey key = SigningKey.parse(Files.readString(key(), StandardCharsets.US_ASCII));
            publish(key, origins);
            return key;
        } catch (IOException fault) {
            throw new UncheckedIOException("The seal key (%s) cannot be read or made.".formatted(key()), fault);
        }
    }

    /// The public keys that are written beside the key.
    ///
    /// Errors: `UncheckedIOException` when the file is not there.
    static List<SigningKeyPublic> read(Path publicKeys) {
        try {
            return Files.readAllLines(publicKeys, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .map(SigningKeyPublic::parse)
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException("The public keys (%s) cannot be read.".formatted(publicKeys), fault);
        }
    }

    private void make() throws IOException {
        Files.createDirectories(directory);
        boolean posix = posix();
        if (posix) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        Path written = posix
                ? Files.createTempFile(
                        directory,
                        "seal",
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(directory, "seal", ".new");
        write(written, SigningKey.fresh().pem());
        try {
            // A link fails where another start was quicker; its key is then the key.
            Files.createLink(key(), written);
        } catch (java.nio.file.FileAlreadyExistsException quicker) {
            Files.delete(written);
            return;
        }
        Files.delete(written);
    }

    private void publish(SigningKey key, List<String> origins) throws IOException {
        var lines = new StringBuilder();
        origins.forEach(origin -> lines.append(key.publicKey(origin).line()).append('\n'));
        Path file = publicKeys();
        if (Files.exists(file) && Files.readString(file).contentEquals(lines)) {
            return;
        }
        Path written = Files.createTempFile(directory, "seal", ".new");
        write(written, lines.toString());
        if (posix()) {
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseOpenToOthers() throws IOException {
        if (!posix()) {
            return;
        }
        var allowed = Files.getPosixFilePermissions(key());
        if (!Set.of(
                        java.nio.file.attribute.PosixFilePermission.OWNER_READ,
                        java.nio.file.attribute.PosixFilePermission.OWNER_WRITE)
                .containsAll(allowed)) {
            throw new IllegalStateException("The seal key (%s) is open to others (%s). Maybe: chmod 600."
                    .formatted(key(), PosixFilePermissions.toString(allowed)));
        }
    }

    private boolean posix() {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
