package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// How long somebody takes to answer and to ask what is needed, by how urgent it sounds.
final class CallTakerModel {
    private static final Duration URGENT = Duration.ofSeconds(45);
    private static final Duration OTHER = Duration.ofSeconds(110);
    private static final double SPREAD = 1.5;

    private static final int ANSWER_WEIGHT = 600;
    private static final Set<String> ANSWERED = Set.of("ADVICE", "FOUND");

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

    /// One answer to a question, and how much it counts.
    record Possible(String code, int points) {}

    /// What the caller answers: the less it counts the likelier.
    String answer(Call call, String question, List<Possible> answers) {
        int[] weights = answers.stream()
                .mapToInt(answer -> Math.max(1, ANSWER_WEIGHT / ((1 + answer.points()) * (1 + answer.points()))))
                .toArray();
        return answers.get(Chance.of(seed, "answer %s %s".formatted(call.id(), question))
                        .weighted(weights))
                .code();
    }

    /// Whether a question is answered on the telephone, so that nothing needs an incident.
    boolean answersAtOnce(Call call) {
        return ANSWERED.contains(call.type())
                && Chance.of(seed, "ends " + call.id()).happens(0.6);
    }

    /// From opening until what needs nobody on the spot is dealt with and closed.
    Duration closesAfter(String incident) {
        return Chance.of(seed, "desk " + incident).around(Duration.ofMinutes(12), 1.6);
    }
}
