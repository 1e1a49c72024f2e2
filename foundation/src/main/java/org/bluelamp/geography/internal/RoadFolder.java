package org.bluelamp.geography.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The imported roads in a data directory: one folder for each set of extracts and profiles, named by their hash, so
/// that a start with the same ones opens what is there.
final class RoadFolder {
    private static final String GRAPH_FORM = "graphhopper-11/1";
    private static final int NAME_DIGITS = 16;

    private final Path imports;
    private final RoadProfiles profiles;

    RoadFolder(Path imports, RoadProfiles profiles) {
        this.imports = imports;
        this.profiles = profiles;
    }

    /// The graph of the extracts; imported first where it is not there yet.
    ///
    /// Errors: `IOException` for bytes that are no extract, and where the folder cannot be written.
    RoadGraph graph(List<byte[]> extracts) throws IOException {
        Path folder = imports.resolve(version(extracts));
        if (!Files.isDirectory(folder)) {
            importInto(folder, extracts);
        }
        return new RoadGraph(folder, profiles.all());
    }

    /// What the extracts with these profiles are called: the beginning of the hash of both.
    String version(List<byte[]> extracts) {
        var all = new ByteArrayOutputStream();
        all.writeBytes((GRAPH_FORM + profiles.sha256()).getBytes(StandardCharsets.UTF_8));
        extracts.forEach(extract -> all.writeBytes(Sha256.of(extract).getBytes(StandardCharsets.UTF_8)));
        return Sha256.of(all.toByteArray()).substring(0, NAME_DIGITS);
    }

    /// Beside its place first, then moved there: a program that is killed leaves no half import to be opened.
    private void importInto(Path folder, List<byte[]> extracts) throws IOException {
        Files.createDirectories(imports);
        Path beside = Files.createTempDirectory(imports, "import");
        try {
            Path roads = beside.resolve("roads.osm");
            try (var out = Files.newBufferedWriter(roads)) {
                if (RoadExtracts.write(extracts, out) == 0) {
                    throw new IOException("There is no road in it");
                }
            }
            Path graph = beside.resolve("graph");
            RoadGraph.read(roads, graph, profiles.all());
            Files.move(graph, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(beside);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
