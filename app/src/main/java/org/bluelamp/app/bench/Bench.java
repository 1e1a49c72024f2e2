package org.bluelamp.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs a benchmark by its name.
public final class Bench {
    private Bench() {}

    /// The benchmarks there are, in the order of their names.
    public static List<String> names() {
        return Benchmark.ALL.keySet().stream().sorted().toList();
    }

    /// Measures inside a program on an empty record.
    ///
    /// Errors: `IllegalArgumentException` for a name there is no benchmark of.
    public static BenchResult run(
            String name, ApplicationContext program, Benchmark.Sizes sizes, Consumer<String> progress) {
        Benchmark benchmark = Optional.ofNullable(Benchmark.ALL.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no benchmark (%s). Maybe one of %s.".formatted(name, String.join(", ", names()))));
        var machine = Machine.with(program.getBean(JdbcClient.class));
        return new BenchResult(name, machine, benchmark.run(program, sizes, progress));
    }
}
