package org.bluelamp.journal;

import java.util.List;

/// A module's declaration of what can happen in it: one bean for each sealed event interface.
///
/// The public type name of an event is `<module>/<aggregate>.<event>`, all kebab case: `CommandTaken` of
/// `IncidentEvent` in `control` is `control/incident.command-taken`. It is never changed once released.
public record EventTypes(String module, Class<?> events) {
    public EventTypes {
        if (!events.isSealed()) {
            throw new IllegalArgumentException("The events (%s) must be a sealed interface.".formatted(events));
        }
    }

    /// Every concrete record below the sealed interface.
    public List<Class<?>> records() {
        return recordsBelow(events);
    }

    private static List<Class<?>> recordsBelow(Class<?> type) {
        if (type.isRecord()) {
            return List.of(type);
        }
        if (!type.isSealed()) {
            throw new IllegalArgumentException("The event (%s) must be a record or sealed.".formatted(type));
        }
        return List.of(type.getPermittedSubclasses()).stream()
                .flatMap(below -> recordsBelow(below).stream())
                .toList();
    }

    public String nameOf(Class<?> record) {
        String aggregate = events.getSimpleName().replaceFirst("Event$", "");
        return module + "/" + kebab(aggregate) + "." + kebab(record.getSimpleName());
    }

    private static String kebab(String words) {
        return words.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
