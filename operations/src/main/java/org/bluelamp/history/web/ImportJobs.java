package org.bluelamp.history.web;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluelamp.console.Viewer;
import org.bluelamp.history.ExportUnreadable;
import org.bluelamp.history.Histories;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.web.ImportJob.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Files that were sent and not yet done with. They lie in the machine's folder for such things until their sender
/// puts them away or the program ends; then they are sent again, and what was imported is passed over.
@Component
class ImportJobs {
    /// The most files that may wait at once, over all people.
    static final int JOBS_MAX = 16;

    private static final int STOP_SECONDS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    private final Histories histories;
    private final Map<String, ImportJob> jobs = new ConcurrentSkipListMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService one =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import").factory());

    ImportJobs(Histories histories) {
        this.histories = histories;
    }

    /// Keeps the file and reads its first rows.
    /// Errors: `ExportUnreadable` where it is no export; the file is then put away.
    ImportJob take(Viewer by, String fileName, InputStream content, Mapping mapping, int rows) throws IOException {
        makeRoom();
        Path file = Files.createTempDirectory("bluelamp-import").resolve("export");
        boolean kept = false;
        try {
            Files.copy(content, file);
            var job = new ImportJob(
                    String.valueOf(number.incrementAndGet()),
                    by.actor(),
                    fileName,
                    file,
                    mapping,
                    histories.preview(file, mapping, rows));
            jobs.put(job.id(), job);
            kept = true;
            return job;
        } finally {
            if (!kept) {
                delete(file);
            }
        }
    }

    /// The oldest file that nothing is being done with goes, where there are too many.
    private void makeRoom() {
        if (jobs.size() < JOBS_MAX) {
            return;
        }
        ImportJob oldest = jobs.values().stream()
                .filter(job -> !job.state().running())
                .min(Comparator.comparingInt(job -> Integer.parseInt(job.id())))
                .orElseThrow(() -> new ExportUnreadable(
                        "%d imports are under way, and no more are taken. Maybe wait for one to end."
                                .formatted(JOBS_MAX)));
        putAway(oldest);
    }

    List<ImportJob> of(Viewer viewer) {
        return jobs.values().stream()
                .filter(job -> job.owner().equals(viewer.actor()))
                .toList();
    }

    /// A job of this person; nobody sees another's file.
    Optional<ImportJob> find(String id, Viewer viewer) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.owner().equals(viewer.actor()));
    }

    void check(ImportJob job, Importing how) {
        if (job.begin(State.CHECKING)) {
            one.submit(() ->
                    run(job, () -> job.end(histories.check(job.file(), job.mapping(), how, job), State.CHECKED)));
        }
    }

    void start(ImportJob job, Importing how) {
        if (job.begin(State.IMPORTING)) {
            one.submit(() -> run(job, () -> job.end(histories.run(job.file(), job.mapping(), how, job), State.DONE)));
        }
    }

    private static void run(ImportJob job, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException defect) {
            LOG.error("The import of {} failed.", job.mapping().source().id(), defect);
            job.fail("The import failed; what it recorded so far stands, and starting again goes on from there.");
        }
    }

    void putAway(ImportJob job) {
        job.stop();
        jobs.remove(job.id());
        delete(job.refusedRows());
        delete(job.file());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Path folder = file.getParent();
            if (folder != null && file.endsWith("export")) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        jobs.values().forEach(ImportJob::stop);
        one.shutdown();
        one.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
