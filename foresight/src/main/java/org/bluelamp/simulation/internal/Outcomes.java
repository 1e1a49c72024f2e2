package org.bluelamp.simulation.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.Refusal;

/// Asks, and counts what became of it. That a request is refused or overtaken is everyday life.
final class Outcomes {
    private final Map<String, LongAdder> done = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final LongAdder overtaken = new LongAdder();

    /// What happened, or nothing where the request was refused or others were faster.
    <E, R extends Refusal> Optional<List<E>> ask(String what, Supplier<Decision<E, R>> request) {
        try {
            return switch (request.get()) {
                case Decision.Accepted<E, R>(List<E> events) -> {
                    count(what);
                    yield Optional.of(events);
                }
                case Decision.Refused<E, R>(R refusal) -> {
                    refused(refusal.code());
                    yield Optional.empty();
                }
            };
        } catch (StaleStream | KeyReused _) {
            overtaken.increment();
            return Optional.empty();
        }
    }

    void count(String what) {
        done.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    void refused(String code) {
        refused.computeIfAbsent(code, _ -> new LongAdder()).increment();
    }

    Map<String, Long> done() {
        return sums(done);
    }

    Map<String, Long> refused() {
        return sums(refused);
    }

    long overtaken() {
        return overtaken.sum();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        var sums = new TreeMap<String, Long>();
        counts.forEach((what, count) -> sums.put(what, count.sum()));
        return sums;
    }
}
