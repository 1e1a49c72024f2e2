package org.bluelamp.simulation.internal;

import java.time.Duration;

/// How long somebody takes to answer and to ask what is needed, by how urgent it sounds.
final class CallTakerModel {
    private static final Duration URGENT = Duration.ofSeconds(45);
    private static final Duration OTHER = Duration.ofSeconds(110);
    private static final double SPREAD = 1.5;

    private final long seed;

    CallTakerModel(long seed) {
        this.seed = seed;
    }

    /// From the first ring until somebody speaks.
    Duration answersAfter(Call call) {
        return Chance.of(seed, "answer " + call.id())
                .around(call.emergency() ? Duration.ofSeconds(4) : Duration.ofSeconds(15), SPREAD);
    }

    /// From answering until the incident is open.
    Duration opensAfter(Call call) {
        return Chance.of(seed, "talk " + call.id()).around(call.emergency() ? URGENT : OTHER, SPREAD);
    }

    /// From opening until what needs nobody on the spot is dealt with and closed.
    Duration closesAfter(String incident) {
        return Chance.of(seed, "desk " + incident).around(Duration.ofMinutes(12), 1.6);
    }
}
