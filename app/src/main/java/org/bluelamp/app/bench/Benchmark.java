package org.bluelamp.app.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/// One benchmark of `./bluelamp bench NAME`.
public interface Benchmark {
    /// Every benchmark by its name.
    Map<String, Benchmark> ALL = Map.of(
            "journal", new JournalBenchmark(),
            "incident", new IncidentBenchmark(),
            "control", new ControlBenchmark());

    /// Whether it asks over HTTP, and so needs the program to answer on a port.
    static boolean asksOverHttp(String name) {
        return ALL.get(name) instanceof ControlBenchmark;
    }

    /// Measures inside a program on an empty record; `progress` is told what is being done.
    List<Measurement> run(ApplicationContext program, Sizes sizes, Consumer<String> progress);

    /// How much is done: appends by each writer, entries verified, incidents reported over.
    record Sizes(int appends, int entries, int incidents) {}
}
