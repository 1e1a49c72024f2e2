package org.bluelamp.geography;

import java.time.LocalDate;
import java.util.Optional;

/// A file of places to load: its name without folders, and its bytes, compressed by gzip or not.
public record ReferenceFile(String name, byte[] bytes, String licence) {
    /// The largest file taken, and the largest text in it once uncompressed.
    public static final int BYTES_MAX = 256 * 1024 * 1024;

    private static final int NAME_CHARACTERS_MAX = 200;

    public ReferenceFile {
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX || name.contains("/")) {
            throw new IllegalArgumentException(
                    "The file's name (%s) has 1 to %d characters and no folder.".formatted(name, NAME_CHARACTERS_MAX));
        }
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "The file (%s) has %d bytes; at most %d are taken.".formatted(name, bytes.length, BYTES_MAX));
        }
    }

    /// What the file says itself may be left out: the kind and version of areas are then read from the names of its
    /// properties or from the file's name, and the day from the version's year.
    public record AreaTerms(Optional<AreaKind> kind, Optional<String> version, Optional<LocalDate> validFrom) {
        public static final AreaTerms READ_FROM_FILE =
                new AreaTerms(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
