package org.bluelamp.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/// Does a thing again and again, alone or with several at once, and measures.
final class Stopwatch {
    private Stopwatch() {}

    /// What to do: its name, what it does (`appends`), and how many of those one doing does.
    record Work(String name, String unit, int thingsEach) {}

    /// Does it `times` times, one after the other; the doing gets its number from 0.
    static Measurement alone(Work work, int times, IntConsumer doing) {
        long from = System.nanoTime();
        long[] nanos = series(0, times, doing);
        long altogether = System.nanoTime() - from;
        return Measurement.of(work.name(), work.unit(), (long) times * work.thingsEach(), nanos, altogether);
    }

    /// Does it `times` times with each of `writers` at once.
    ///
    /// Errors: `IllegalStateException` with the cause when one of them fails.
    static Measurement together(Work work, int writers, int times, IntConsumer doing) {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var all = new ArrayList<Callable<long[]>>();
            for (int writer = 0; writer < writers; writer++) {
                int first = writer * times;
                all.add(() -> series(first, times, doing));
            }
            long from = System.nanoTime();
            List<Future<long[]>> done = threads.invokeAll(all);
            long altogether = System.nanoTime() - from;
            var nanos = LongStream.builder();
            for (Future<long[]> one : done) {
                LongStream.of(one.get()).forEach(nanos);
            }
            return Measurement.of(
                    work.name(),
                    work.unit(),
                    (long) writers * times * work.thingsEach(),
                    nanos.build().toArray(),
                    altogether);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark (%s) was interrupted.".formatted(work.name()), stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The benchmark (%s) failed.".formatted(work.name()), failed.getCause());
        }
    }

    private static long[] series(int first, int times, IntConsumer doing) {
        long[] nanos = new long[times];
        for (int at = 0; at < times; at++) {
            long from = System.nanoTime();
            doing.accept(first + at);
            nanos[at] = System.nanoTime() - from;
        }
        return nanos;
    }
}
