package org.bluelamp.app.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bluelamp.app.bench.Stopwatch.Work;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.Verification;
import org.bluelamp.performance.ResponseWorkload;
import org.springframework.context.ApplicationContext;

/// The record: appends by one and by four writers and in batches, imports, verification, reports over a million
/// incidents.
final class JournalBenchmark implements Benchmark {
    private static final int WRITERS = 4;
    private static final int WARM_UP = 300;
    private static final int REPORTS_WARM_UP = 20;
    private static final int REPORTS = 100;

    @Override
    public List<Measurement> run(ApplicationContext program, Sizes sizes, Consumer<String> progress) {
        Journal journal = program.getBean(Journal.class);
        Instant at = program.getBean(ServiceClock.class).now();
        var measured = new ArrayList<Measurement>();
        Stopwatch.alone(new Work("warm up", "appends", 1), WARM_UP, number -> journal.append(line("warm", number, at)));

        progress.accept("appends, 1 writer");
        measured.add(Stopwatch.alone(
                new Work("append, 1 writer", "appends", 1),
                sizes.appends(),
                number -> journal.append(line("one", number, at))));

        progress.accept("appends, %d writers".formatted(WRITERS));
        measured.add(Stopwatch.together(
                new Work("append, %d writers".formatted(WRITERS), "appends", 1),
                WRITERS,
                sizes.appends() / WRITERS,
                number -> journal.append(line("four", number, at))));

        int batches = sizes.entries() / Journal.BATCH_MAX;
        progress.accept("%,d entries in batches of %,d".formatted(sizes.entries(), Journal.BATCH_MAX));
        measured.add(Stopwatch.alone(
                new Work("append in batches of %,d".formatted(Journal.BATCH_MAX), "entries", Journal.BATCH_MAX),
                batches,
                number -> journal.appendBatch(batch(number, at))));
        measured.addAll(MadeExport.imported(program, progress));
        measured.add(verified(program, (int) journal.position(), progress));
        measured.add(reports(program, sizes.incidents(), progress));
        return measured;
    }

    /// Every entry read and hashed again and held against its seals.
    private static Measurement verified(ApplicationContext program, int entries, Consumer<String> progress) {
        Verification verification = program.getBean(Verification.class);
        progress.accept("verify of %,d entries".formatted(entries));
        var whole = Verification.Request.of("journal").againFromStart();
        return Stopwatch.alone(new Work("verify", "entries", entries), 1, _ -> {
            Verification.Report report = verification.verify(whole, _ -> {});
            progress.accept("%,d of them sealed, %d findings"
                    .formatted(report.sealed(), report.findings().size()));
        });
    }

    /// Response figures by month and area over a made-up year, as the API answers them.
    private static Measurement reports(ApplicationContext program, int incidents, Consumer<String> progress) {
        ResponseWorkload year = program.getBean(ResponseWorkload.class);
        progress.accept("%,d made-up incidents to report over".formatted(incidents));
        year.fill(incidents);
        progress.accept("reports by month and area");
        Stopwatch.alone(new Work("warm up", "reports", 1), REPORTS_WARM_UP, _ -> year.report());
        return Stopwatch.alone(
                new Work("report by month and area, warm", "incidents", incidents), REPORTS, _ -> year.report());
    }

    private static List<Append> batch(int number, Instant at) {
        int first = number * Journal.BATCH_MAX;
        return IntStream.range(first, first + Journal.BATCH_MAX)
                .mapToObj(line -> line("batch", line, at))
                .toList();
    }

    private static Append line(String kind, int number, Instant at) {
        return BenchFacts.line(kind, number, at);
    }
}
