package org.bluelamp.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far a check came before it was broken off: the last good tile. It lies beside the data, not in the
/// database, and is thrown away when a check comes to its end.
record VerifMark(long size, MerkleHash root, Instant recordedAt) {

    /// The mark of a log, where a check of it was broken off.
    static Optional<VerifMark> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() != 3
                    ? Optional.empty()
                    : Optional.of(new VerifMark(
                            Long.parseLong(lines.get(0)),
                            MerkleHash.fromBase64(lines.get(1)),
                            Instant.parse(lines.get(2))));
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            // Then the check begins at the beginning, which is never wrong.
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, size + "\n" + root.base64() + "\n" + recordedAt + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException("The mark (%s) cannot be written.".formatted(file), fault);
        }
    }

    static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw new UncheckedIOException("The mark (%s) cannot be removed.".formatted(file), fault);
        }
    }
}
