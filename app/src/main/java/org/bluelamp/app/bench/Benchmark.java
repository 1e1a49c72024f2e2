package org.bluelamp.app.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/// One benchmark of `./bluelamp bench NAME`.
public interface Benchmark {
    /// Every benchmark by its name.
    Map<String, Benchmark> ALL = Map.of("journal", new JournalBenchmark(), "incident", new IncidentBenchmark());

    /// Measures inside a program on an empty record; `progress` is told what is being done.
    List<Measurement> run(ApplicationContext program, Sizes sizes, Consumer<String> progress);

    /// How much is done: appends by each writer, entries verified, incidents reported over.
    record Sizes(int appends, int entries, int incidents) {}
}
