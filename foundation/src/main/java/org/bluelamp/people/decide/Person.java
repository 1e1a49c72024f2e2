package org.bluelamp.people.decide;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.people.PersonEvent;
import org.bluelamp.people.PersonId;

/// A person of the service, folded from what happened to them.
public sealed interface Person {

    record NotJoined() implements Person {}

    /// `running` are the posts not ended, each with its first day; `postsGiven` counts all, ended ones too.
    record Serving(PersonId person, LocalDate since, Map<Integer, LocalDate> running, int postsGiven)
            implements Person {
        public Serving {
            running = Map.copyOf(running);
        }
    }

    record Gone(PersonId person, LocalDate lastDay) implements Person {}

    static Person from(List<PersonEvent> events) {
        Person person = new NotJoined();
        for (PersonEvent event : events) {
            person = person.after(event);
        }
        return person;
    }

    default Person after(PersonEvent event) {
        return switch (event) {
            case PersonEvent.Joined joined -> new Serving(joined.person(), joined.from(), Map.of(), 0);
            case PersonEvent.Posted posted -> {
                Serving serving = serving(event);
                var running = new HashMap<>(serving.running());
                running.put(posted.post(), posted.from());
                yield new Serving(serving.person(), serving.since(), running, serving.postsGiven() + 1);
            }
            case PersonEvent.PostEnded ended -> {
                Serving serving = serving(event);
                var running = new HashMap<>(serving.running());
                running.remove(ended.post());
                yield new Serving(serving.person(), serving.since(), running, serving.postsGiven());
            }
            case PersonEvent.RankTaken _, PersonEvent.LineSet _ -> this;
            case PersonEvent.Left left -> new Gone(left.person(), left.lastDay());
        };
    }

    private Serving serving(PersonEvent event) {
        return switch (this) {
            case Serving serving -> serving;
            case NotJoined _, Gone _ ->
                throw new IllegalStateException("The event (%s) happened to nobody in the service.".formatted(event));
        };
    }
}
