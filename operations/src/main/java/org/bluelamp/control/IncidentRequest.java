package org.bluelamp.control;

import java.time.Instant;
import java.util.Set;
import org.bluelamp.control.IncidentEvent.Keeper;
import org.bluelamp.control.IncidentEvent.Passing;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.jspecify.annotations.Nullable;

/// Everything that may be asked of an incident.
public sealed interface IncidentRequest {
    Asked asked();

    /// What is asked of an incident that is there already.
    sealed interface Change extends IncidentRequest {
        IncidentRef incident();
    }

    /// Open an incident. Without a grade it takes the one its type stands for; the number is the next of the day. A
    /// unit that found it is at the scene from the first moment.
    record Open(
            Asked asked,
            String type,
            @Nullable Grade grade,
            PlaceGiven place,
            String said,
            String caller,
            Channel channel,
            Set<Risk> risks,
            @Nullable TourRef foundBy)
            implements IncidentRequest {
        public Open {
            risks = Set.copyOf(risks);
        }

        public Open(
                Asked asked,
                String type,
                @Nullable Grade grade,
                PlaceGiven place,
                String said,
                String caller,
                Channel channel) {
            this(asked, type, grade, place, said, caller, channel, Set.of(), null);
        }

        @Override
        public String toString() {
            return "Open[%s, %s]".formatted(asked.by(), type);
        }
    }

    /// Write a line into the log. On a closed incident it is a report of what happened: recorded all the same.
    record AddNote(Asked asked, IncidentRef incident, String words) implements Change {
        @Override
        public String toString() {
            return "AddNote[%s, %s]".formatted(asked.by(), incident);
        }
    }

    /// Put a line right. The old words stay in the log, struck through.
    record CorrectNote(Asked asked, IncidentRef incident, int line, String words) implements Change {
        @Override
        public String toString() {
            return "CorrectNote[%s, %s, line %d]".formatted(asked.by(), incident, line);
        }
    }

    /// Close with a result of the policy, saying how it counts where that is not said yet; `words` may be empty.
    record Close(Asked asked, IncidentRef incident, String result, String words, Counts counts) implements Change {
        public Close(Asked asked, IncidentRef incident, String result, String words) {
            this(asked, incident, result, words, Counts.NOT_SAID);
        }

        @Override
        public String toString() {
            return "Close[%s, %s, %s]".formatted(asked.by(), incident, result);
        }
    }

    /// How an incident counts: the crime's number or why it is no crime, and the national category.
    record Counts(
            @Nullable String crimeNumber,
            @Nullable String noCrime,
            @Nullable String category) {
        public static final Counts NOT_SAID = new Counts(null, null, null);
    }

    /// Let only these persons see it, and whoever asks. A second restriction replaces the first.
    record Restrict(Asked asked, IncidentRef incident, Set<ActorId> persons, String reason) implements Change {
        public Restrict {
            persons = Set.copyOf(persons);
        }

        @Override
        public String toString() {
            return "Restrict[%s, %s, %d persons]".formatted(asked.by(), incident, persons.size());
        }
    }

    /// Say which risks it has; they replace those said before.
    record Assess(
            Asked asked,
            IncidentRef incident,
            Set<Risk> risks,
            @Nullable Instant reassessBy,
            String words) implements Change {
        public Assess {
            risks = Set.copyOf(risks);
        }
    }

    /// Give it another grade.
    record Regrade(Asked asked, IncidentRef incident, Grade grade, String reason) implements Change {}

    /// Ask a supervisor for another grade; without one, for a look at it.
    record AskRegrade(
            Asked asked, IncidentRef incident, @Nullable Grade grade, String reason) implements Change {}

    /// Leave the grade as it is, and say why.
    record DeclineRegrade(Asked asked, IncidentRef incident, String reason) implements Change {}

    /// Agree a time with the caller.
    record Appoint(Asked asked, IncidentRef incident, Instant from, Instant until, String words) implements Change {}

    /// Send a unit; one on another incident comes by a divert. A reason is asked where the policy asks one.
    record Assign(Asked asked, IncidentRef incident, TourRef unit, String reason) implements Change {}

    /// Take a unit from what it is on and send it here. The need it leaves is open again with its first clock.
    record Divert(Asked asked, IncidentRef incident, TourRef unit, String reason) implements Change {}

    record StandDown(Asked asked, IncidentRef incident, TourRef unit, String reason) implements Change {}

    /// A report: where a unit stands with the incident. Recorded whether it fits or not; `happenedAt` is when it was
    /// so, which may be before it reached us.
    record SayStatus(Asked asked, IncidentRef incident, TourRef unit, UnitStatus status, Instant happenedAt)
            implements Change {}

    /// The unit has done what it was sent for.
    record Finish(Asked asked, IncidentRef incident, TourRef unit) implements Change {}

    /// Take back one's own last assignment, divert or stand-down here, within a short time.
    record Undo(Asked asked, IncidentRef incident) implements Change {}

    /// Say that it is the same as `other`: it is closed, and what it has goes on there.
    record LinkDuplicate(Asked asked, IncidentRef incident, IncidentRef other) implements Change {}

    /// Say that it has to do with `other`.
    record Relate(Asked asked, IncidentRef incident, IncidentRef other) implements Change {}

    /// One more caller reports it. On a closed incident it is kept as a report.
    record LinkCaller(Asked asked, IncidentRef incident, String contact, Channel channel, String caller, String words)
            implements Change {
        @Override
        public String toString() {
            return "LinkCaller[%s, %s, %s]".formatted(asked.by(), incident, contact);
        }
    }

    /// Give it to another desk by hand, or write down who has it since somebody left theirs or came back.
    record Pass(Asked asked, IncidentRef incident, Keeper from, Keeper to, Passing why) implements Change {}

    /// Say what came of it; it is closed by the room.
    record SayResult(Asked asked, IncidentRef incident, String result, String words) implements Change {}

    /// Say how it counts: a crime number, or why it is no crime; the national category.
    record Code(Asked asked, IncidentRef incident, Counts counts) implements Change {}

    /// Go on with a closed incident.
    record Reopen(Asked asked, IncidentRef incident, String reason) implements Change {}
}
