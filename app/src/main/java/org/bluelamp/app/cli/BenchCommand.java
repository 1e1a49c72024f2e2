package org.bluelamp.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.bluelamp.app.bench.Bench;
import org.bluelamp.app.bench.BenchFacts;
import org.bluelamp.app.bench.BenchResult;
import org.bluelamp.app.bench.Benchmark;
import org.bluelamp.app.bench.Measurement;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `bluelamp bench NAME`: measures on this machine, on a record made for it and thrown away after.
@Command(name = "bench", description = "Measure on this machine, on a record made for it and thrown away after.")
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "What to measure: journal, incident, control.")
    String name = "";

    @Option(names = "--appends", paramLabel = "N", description = "Single appends for each measurement (default: 2000).")
    int appends = 2_000;

    @Option(names = "--entries", paramLabel = "N", description = "Entries to verify (default: 1000000).")
    int entries = 1_000_000;

    @Option(names = "--incidents", paramLabel = "N", description = "Incidents to report over (default: 1000000).")
    int incidents = 1_000_000;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table).")
    OutputFormat format = OutputFormat.table;

    @Spec
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    private CommandSpec spec;

    /// How the result is printed; the words are those of the command line.
    enum OutputFormat {
        table,
        json
    }

    @Override
    public Integer call() {
        if (!Bench.names().contains(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no benchmark (%s). Maybe one of %s.".formatted(name, String.join(", ", Bench.names())));
        }
        Path directory = directory();
        try {
            var where = new DataOptions();
            where.data = directory;
            var sizes = new Benchmark.Sizes(appends, entries, incidents);
            ToIntFunction<ApplicationContext> work = program -> {
                print(Bench.run(name, program, sizes, doing -> System.err.println("… " + doing)));
                return 0;
            };
            return Benchmark.asksOverHttp(name)
                    ? Program.serving(where, BenchFacts::declare, work)
                    : Program.with(where, BenchFacts::declare, work);
        } finally {
            remove(directory);
        }
    }

    private void print(BenchResult result) {
        switch (format) {
            case json -> System.out.println(JsonMapper.shared().writeValueAsString(result));
            case table -> table(result);
        }
    }

    private static void table(BenchResult result) {
        System.out.println(result.machine());
        System.out.printf(
                "%-44s %12s %14s %10s %12s %12s %12s%n",
                "measured", "things", "per second", "times", "median ms", "p95 ms", "p99 ms");
        for (Measurement one : result.measurements()) {
            System.out.printf(
                    "%-44s %,12d %,14.1f %,10d %12.3f %12.3f %12.3f%n",
                    one.name(), one.things(), one.perSecond(), one.times(), one.medianMs(), one.p95Ms(), one.p99Ms());
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("bluelamp-bench");
        } catch (IOException e) {
            throw new CommandFailed("No directory can be made for the benchmark: " + e.getMessage(), e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The benchmark's directory (%s) is still there.".formatted(directory), e);
        }
    }
}
