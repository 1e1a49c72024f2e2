package org.bluelamp.kernel;

import java.util.List;

/// What a pure decision answers: the events that now happen, or the refusal.
public sealed interface Decision<E, R extends Refusal> {

    /// The request was accepted; the events are recorded in this order. Never empty.
    record Accepted<E, R extends Refusal>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("An accepted decision has at least one event.");
            }
        }
    }

    /// The request was refused, and why.
    record Refused<E, R extends Refusal>(R refusal) implements Decision<E, R> {}

    @SafeVarargs
    static <E, R extends Refusal> Decision<E, R> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E, R extends Refusal> Decision<E, R> refuse(R refusal) {
        return new Refused<>(refusal);
    }
}
