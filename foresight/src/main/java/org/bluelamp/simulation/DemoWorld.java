package org.bluelamp.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.people.PersonId;

/// The demo world as a whole: its actors run from `start` until the program stops, on the service clock, leaving every
/// chair a visitor has taken.
public interface DemoWorld {

    /// Lets the actors act. Starting twice changes nothing.
    void start();

    State state();

    /// How the world goes. `done` and `refused` count since the program started, by what was asked and by the code of
    /// the refusal; `overtaken` are requests that others' were faster than; `defect` is what last stopped the
    /// actors.
    record State(
            boolean running,
            Instant startedAt,
            long steps,
            long slowestStepMillis,
            Map<String, Long> done,
            Map<String, Long> refused,
            long overtaken,
            List<PersonId> chairsTaken,
            Optional<String> defect) {
        public State {
            done = Map.copyOf(done);
            refused = Map.copyOf(refused);
            chairsTaken = List.copyOf(chairsTaken);
        }
    }
}
