package org.bluelamp.history.internal;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Records one batch on a thread of its own while the next is read; never two at once, and in the order they came.
final class BatchRecorder implements AutoCloseable {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import").factory());
    private final Function<Batch, Recording.Counts> record;
    private Optional<Underway> underway = Optional.empty();

    private record Underway(Batch batch, Future<Recording.Counts> counts) {}

    /// A batch that is committed, and what it came to.
    record Recorded(Batch batch, Recording.Counts counts) {}

    BatchRecorder(Function<Batch, Recording.Counts> record) {
        this.record = record;
    }

    /// Begins to record a batch. The one before has been waited for.
    void begin(Batch batch) {
        if (underway.isPresent()) {
            throw new IllegalStateException("A batch is begun while another is being recorded.");
        }
        underway = Optional.of(new Underway(batch, thread.submit(() -> record.apply(batch))));
    }

    /// Waits until the batch underway is committed, if there is one.
    ///
    /// Errors: whatever kept it from being recorded.
    Optional<Recorded> await() {
        Optional<Recorded> recorded = underway.map(BatchRecorder::await);
        underway = Optional.empty();
        return recorded;
    }

    private static Recorded await(Underway underway) {
        try {
            return new Recorded(underway.batch(), underway.counts().get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a batch was being recorded.", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error defect -> throw defect;
                case null, default -> throw new IllegalStateException("A batch was not recorded.", failed);
            }
        }
    }

    /// Waits for the batch underway, so that nothing of this import goes on behind its back.
    @Override
    public void close() {
        thread.close();
    }
}
