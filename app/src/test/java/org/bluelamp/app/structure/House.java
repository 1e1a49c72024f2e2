package org.bluelamp.app.structure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The whole project as the structure tests see it: its compiled classes and its files.
final class House {
    static final List<String> LAYERS = List.of("foundation", "operations", "oversight", "foresight", "app");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", "node_modules");

    private House() {}

    /// The project's directory.
    static Path root() {
        return Path.of(System.getProperty("bluelamp.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /// True for what is shipped, false for tests.
    static boolean shipped(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }

    /// Every shipped class of ours.
    static JavaClasses classes() {
        return Classes.SHIPPED;
    }

    /// Every class of ours, tests included.
    static JavaClasses classesWithTests() {
        return Classes.ALL;
    }

    /// Every file of the project that somebody wrote, in order; not what was built, nor the data of a demonstration.
    static List<Path> files() {
        try (Stream<Path> found = below(root())) {
            return found.sorted().toList();
        }
    }

    /// The files with one of these endings, e.g. `.java`.
    static List<Path> files(String... endings) {
        return files().stream()
                .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file (%s) cannot be read.".formatted(file), e);
        }
    }

    /// The file's path from the project's directory, for messages.
    static String name(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }

    private static Stream<Path> below(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList().stream().flatMap(House::entry);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory (%s) cannot be read.".formatted(directory), e);
        }
    }

    private static Stream<Path> entry(Path entry) {
        if (!Files.isDirectory(entry)) {
            return Stream.of(entry);
        }
        boolean demonstration = entry.equals(root().resolve("data"));
        return demonstration || NOT_OURS.contains(entry.getFileName().toString()) ? Stream.empty() : below(entry);
    }

    private static final class Classes {
        static final JavaClasses ALL = new ClassFileImporter().importPackages("org.bluelamp");
        static final JavaClasses SHIPPED =
                new ClassFileImporter().withImportOption(House::shipped).importPackages("org.bluelamp");
    }
}
