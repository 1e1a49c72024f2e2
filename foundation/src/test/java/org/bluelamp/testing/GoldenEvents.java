package org.bluelamp.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.internal.GoldenBytes;

/// Holds every event of a module to bytes written down once: `golden/<module>/<event>.v1.txt` in the test resources.
/// A missing file fails; `-Dbluelamp.golden=write` writes the missing ones, never changes those that are there.
public final class GoldenEvents {
    private GoldenEvents() {}

    /// Checks one sample of every event of the declaration; two samples of a type are two lines of its file.
    ///
    /// Errors: `AssertionError` naming what has no sample, no file or other bytes than before.
    public static void check(Path testResources, EventTypes types, Object... samples) {
        var faults = new ArrayList<String>();
        var without = new TreeSet<String>();
        types.records().forEach(record -> without.add(types.nameOf(record)));
        var written = new java.util.TreeMap<String, List<String>>();
        for (Object sample : samples) {
            String name = types.nameOf(sample.getClass());
            without.remove(name);
            written.computeIfAbsent(name, key -> new ArrayList<>()).add(GoldenBytes.of(types, sample));
        }
        without.forEach(name -> faults.add("no sample of " + name));
        written.forEach((name, lines) -> compare(testResources, name, lines, faults));
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static void compare(Path resources, String name, List<String> lines, List<String> faults) {
        Path file = resources.resolve("golden").resolve(name + ".v1.txt");
        String now = String.join("\n", lines) + "\n";
        try {
            if (!Files.exists(file) && "write".equals(System.getProperty("bluelamp.golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, now, StandardCharsets.UTF_8);
            }
            if (!Files.exists(file)) {
                faults.add("no golden bytes of " + name + " in " + file);
            } else if (!Files.readString(file).equals(now)) {
                faults.add("the bytes of " + name + " have changed:\nwas " + Files.readString(file) + "now " + now);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
