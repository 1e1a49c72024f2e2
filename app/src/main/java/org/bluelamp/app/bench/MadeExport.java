package org.bluelamp.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bluelamp.app.bench.Stopwatch.Work;
import org.bluelamp.history.Histories;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Importing;
import org.bluelamp.journal.Followers;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.springframework.context.ApplicationContext;

/// Made-up exports of a control room, imported file after file: from the bytes of the CSV to the committed entries,
/// with the projections that are applied in the same transaction, while the followers (the figures among them) and the
/// sealer do their part on the same machine.
final class MadeExport {
    private static final int ROWS = 50_000;
    private static final int FILES = 6;
    private static final Duration FOLLOWED_WITHIN = Duration.ofMinutes(2);
    private static final int SECONDS_BETWEEN_CALLS = 97;
    private static final LocalDateTime FIRST_CALL = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String MAPPING = """
            version: 1
            source: {id: made, name: Made export, agency: Nobody, licence: none, attribution: made for a benchmark}
            file: {delimiter: ","}
            zone: Europe/London
            key: number
            times:
              received: {column: received, format: "yyyy-MM-dd HH:mm:ss", precision: second}
              dispatched: {column: dispatched, format: "yyyy-MM-dd HH:mm:ss", precision: second}
              arrived: {column: arrived, format: "yyyy-MM-dd HH:mm:ss", precision: second}
            day: {column: received, format: "yyyy-MM-dd HH:mm:ss", precision: second}
            intervals:
              - {name: dispatch, from: received, to: dispatched}
              - {name: response, from: received, to: arrived}
            headline: response
            grade: {column: grade, known: [I, S, E], top: [I], unknown: refuse}
            agency: {value: POLICE}
            type: {column: type}
            areas:
              - {kind: borough, column: borough}
            """;

    private MadeExport() {}

    /// Imports one file to warm up and `FILES` more, each of `ROWS` rows never seen before. Measured are the imports,
    /// each until its last row is committed, and all of them until the figures have followed too.
    static List<Measurement> imported(ApplicationContext program, Consumer<String> progress) {
        Histories histories = program.getBean(Histories.class);
        var how = Importing.by(new ActorId("system/bench"), new RoleCode("PROGRAM"));
        var mapping = histories.mapping(MAPPING);
        var followers = program.getBean(Followers.class);
        progress.accept("%d files of %,d made-up rows imported, one more to warm up; figures follow, sealer seals"
                .formatted(FILES, ROWS));
        try {
            Path folder = Files.createTempDirectory("bluelamp-bench");
            var files = new Path[FILES + 1];
            for (int i = 0; i < files.length; i++) {
                files[i] = write(folder.resolve("export-%d.csv".formatted(i)), i * ROWS);
            }
            histories.run(files[FILES], mapping, how, ImportProgress.none());
            followers.awaitCaughtUp(FOLLOWED_WITHIN);
            var each = new ArrayList<Measurement>();
            Measurement followed =
                    Stopwatch.alone(new Work("the same until the figures followed", "rows", FILES * ROWS), 1, _ -> {
                        each.add(Stopwatch.alone(
                                new Work("import of %,d rows, CSV to committed".formatted(ROWS), "rows", ROWS),
                                FILES,
                                number -> histories.run(files[number], mapping, how, ImportProgress.none())));
                        followers.awaitCaughtUp(FOLLOWED_WITHIN);
                    });
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
            return List.of(each.getFirst(), followed);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Path write(Path file, int first) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("number,received,dispatched,arrived,grade,type,borough\n");
            for (int i = first; i < first + ROWS; i++) {
                LocalDateTime received = FIRST_CALL.plusSeconds((long) i * SECONDS_BETWEEN_CALLS);
                out.write("M%07d,%s,%s,%s,%s,TYPE %d,E090000%02d%n"
                        .formatted(
                                i,
                                TIME.format(received),
                                TIME.format(received.plusSeconds(20 + i % 300)),
                                TIME.format(received.plusSeconds(200 + i % 1500)),
                                "ISE".charAt(i % 3),
                                i % 40,
                                1 + i % 33));
            }
        }
        return file;
    }
}
