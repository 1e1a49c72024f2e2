package org.bluelamp.app.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.EventTypes;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.springframework.context.support.GenericApplicationContext;

/// What a benchmark writes: entries of about the size of a log line, known to its own throw-away record only.
public final class BenchFacts {
    private static final String WORDS =
            "Caller on line says the back door is forced and nobody is inside now. A unit was asked to attend.";

    /// What happens in a benchmark.
    sealed interface Line {
        /// A line was noted.
        record Noted(String subject, long number, Instant at, PersonalText words) implements Line {}
    }

    private BenchFacts() {}

    /// Declares the benchmark's event to the program about to start.
    public static void declare(GenericApplicationContext program) {
        program.registerBean("benchFacts", EventTypes.class, () -> new EventTypes("bench", Line.class));
    }

    /// One append of one line to a stream of its own number.
    static Append line(String kind, int number, Instant at) {
        var stream = new StreamId("bench/" + kind + "-" + number);
        var act = new Act(
                new ActorId("system/bench"),
                new RoleCode("PROGRAM"),
                new ActorId("system/bench"),
                EnteredHow.PROGRAM,
                java.util.Optional.empty(),
                new Happened(at, Happened.Precision.MICROSECOND, "bench"),
                List.of(),
                java.util.Optional.empty(),
                List.of());
        var noted = new Line.Noted(kind, number, at, PersonalText.of(WORDS));
        return new Append(act, Map.of(stream, 0L), List.of(new Append.Written(stream, noted)));
    }
}
