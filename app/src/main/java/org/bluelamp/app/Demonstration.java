package org.bluelamp.app;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.bluelamp.history.Histories;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.ShippedHistory;
import org.bluelamp.history.SourceView;
import org.bluelamp.performance.ReportedSource;
import org.bluelamp.performance.ResponseReport;
import org.bluelamp.simulation.DemoWorld;
import org.springframework.context.ApplicationContext;

/// What a demonstration has beyond an empty service: the shipped history and the demo world. Places and invented people
/// are loaded by
/// their own modules when a program starts as a demonstration.
public final class Demonstration {
    private static final Duration FIGURES_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private Demonstration() {}

    /// Loads what is not there yet, waits until the figures have followed.
    ///
    /// Errors: `IllegalStateException` when the figures have not followed within two minutes.
    public static void load(ApplicationContext program, ImportProgress progress, Consumer<String> say)
            throws InterruptedException {
        List<ImportAccount> accounts = program.getBean(ShippedHistory.class).load(progress);
        accounts.stream()
                .filter(account -> account.imported() + account.revised() > 0)
                .forEach(account -> say.accept("%s: %s".formatted(account.source(), account.sentence())));
        long imported = program.getBean(Histories.class).sources().stream()
                .mapToLong(SourceView::incidents)
                .sum();
        waitUntilFollowed(program.getBean(ResponseReport.class), imported);
        say.accept("%,d real incidents are in the record.".formatted(imported));
    }

    /// Lets the demo world act, until the program stops.
    public static void begin(ApplicationContext program) {
        program.getBean(DemoWorld.class).start();
    }

    private static void waitUntilFollowed(ResponseReport report, long imported) throws InterruptedException {
        long from = System.nanoTime();
        while (report.sources().stream().mapToLong(ReportedSource::incidents).sum() < imported) {
            if (System.nanoTime() - from > FIGURES_WITHIN.toNanos()) {
                throw new IllegalStateException(
                        "The figures have not followed %,d incidents within %s.".formatted(imported, FIGURES_WITHIN));
            }
            Thread.sleep(LOOK_EVERY);
        }
    }
}
