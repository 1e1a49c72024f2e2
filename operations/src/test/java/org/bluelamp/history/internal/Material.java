package org.bluelamp.history.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bluelamp.history.Mapping;

/// Where tests find mappings of the project, and exports beside it that may not be copied into it.
final class Material {
    static final Path ROOT = Path.of(System.getProperty("bluelamp.root"));

    private Material() {}

    static Mapping mapping(String name) {
        try {
            return MappingReader.read(Files.readString(ROOT.resolve("mappings").resolve(name + ".yaml")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// The export, or nothing where it is not on this machine; then one line says that the test did not run.
    static Optional<Path> export(String name) {
        Path file = ROOT.resolveSibling("shared").resolve("data").resolve(name);
        if (Files.exists(file)) {
            return Optional.of(file);
        }
        if (System.getenv("CI") != null) {
            throw new AssertionError("The export (%s) is missing.".formatted(name));
        }
        System.out.printf("Not run: the export (%s) is not beside the project.%n", name);
        return Optional.empty();
    }
}
