package org.bluelamp.journal.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bluelamp.journal.EventTypes;
import org.springframework.stereotype.Component;

/// Every type of event the modules declared, by its public name and by its record.
@Component
final class EventRegistry {
    /// The version of every body written today; a changed meaning is a new event, a changed form a new version.
    static final int BODY_VERSION = 1;

    private record Known(String name, Class<?> record, EventCodec codec) {}

    private final Map<String, Known> byName = new HashMap<>();
    private final Map<Class<?>, Known> byRecord = new HashMap<>();

    EventRegistry(List<EventTypes> declared) {
        for (EventTypes types : declared) {
            for (Class<?> record : types.records()) {
                var known = new Known(types.nameOf(record), record, new EventCodec(record));
                if (byName.put(known.name(), known) != null) {
                    throw new IllegalStateException("The event (%s) is declared twice.".formatted(known.name()));
                }
                byRecord.put(record, known);
            }
        }
    }

    String nameOf(Object event) {
        return known(event).name();
    }

    Body write(Object event) {
        return known(event).codec().write(event);
    }

    private Known known(Object event) {
        Known known = byRecord.get(event.getClass());
        if (known == null) {
            throw new IllegalArgumentException("No module declared the event (%s)."
                    .formatted(event.getClass().getName()));
        }
        return known;
    }

    /// Reads an entry's event if it is one of this kind.
    <E> Optional<E> read(StoredEntry entry, Class<E> kind) {
        Known known = byName.get(entry.envelope().type());
        if (known == null || !kind.isAssignableFrom(known.record())) {
            return Optional.empty();
        }
        boolean withheld = entry.personal() == null && entry.personalHash() != null;
        return Optional.of(kind.cast(known.codec().read(entry.facts(), entry.personal(), withheld)));
    }

    /// The names of all events of this kind, for reading only those.
    List<String> namesOf(Class<?> kind) {
        var names = new TreeSet<String>();
        for (Known known : byName.values()) {
            if (kind.isAssignableFrom(known.record())) {
                names.add(known.name());
            }
        }
        return List.copyOf(names);
    }
}
