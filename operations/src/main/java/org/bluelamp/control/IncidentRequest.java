package org.bluelamp.control;

import java.util.Set;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;

/// Everything that may be asked of an incident.
public sealed interface IncidentRequest {
    Asked asked();

    /// Open an incident. Without a grade it takes the one its type stands for; the number is the next of the day.
    record Open(
            Asked asked,
            String type,
            @Nullable Grade grade,
            PlaceGiven place,
            String said,
            String caller,
            Channel channel)
            implements IncidentRequest {
        @Override
        public String toString() {
            return "Open[%s, %s]".formatted(asked.by(), type);
        }
    }

    /// Write a line into the log. On a closed incident it is a report of what happened: recorded all the same.
    record AddNote(Asked asked, IncidentRef incident, String words) implements IncidentRequest {
        @Override
        public String toString() {
            return "AddNote[%s, %s]".formatted(asked.by(), incident);
        }
    }

    /// Put a line right. The old words stay in the log, struck through.
    record CorrectNote(Asked asked, IncidentRef incident, int line, String words) implements IncidentRequest {
        @Override
        public String toString() {
            return "CorrectNote[%s, %s, line %d]".formatted(asked.by(), incident, line);
        }
    }

    /// Close with a result of the policy; `words` may be empty.
    record Close(Asked asked, IncidentRef incident, String result, String words) implements IncidentRequest {
        @Override
        public String toString() {
            return "Close[%s, %s, %s]".formatted(asked.by(), incident, result);
        }
    }

    /// Let only these persons see it, and whoever asks. A second restriction replaces the first.
    record Restrict(Asked asked, IncidentRef incident, Set<ActorId> persons, String reason) implements IncidentRequest {
        public Restrict {
            persons = Set.copyOf(persons);
        }

        @Override
        public String toString() {
            return "Restrict[%s, %s, %d persons]".formatted(asked.by(), incident, persons.size());
        }
    }
}
