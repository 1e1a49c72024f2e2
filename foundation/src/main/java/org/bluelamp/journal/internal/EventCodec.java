package org.bluelamp.journal.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bluelamp.kernel.PersonalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes one type of event record as canonical bytes and reads it back. Components of type `PersonalText` make the
/// personal part, all others the facts; what is empty is left out.
final class EventCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RecordShape shape;
    /// The components in the order of their names, as canonical JSON has them.
    private final List<Part> byName;
    /// The components as they are declared.
    private final List<Part> declared;

    /// A component with what is asked about it for every event.
    private record Part(RecordComponent component, String name, Type type, boolean personal) {}

    EventCodec(Class<?> type) {
        shape = RecordShape.of(type);
        declared = Arrays.stream(shape.components())
                .map(component -> new Part(
                        component,
                        component.getName(),
                        component.getGenericType(),
                        isPersonal(component.getGenericType())))
                .toList();
        byName = declared.stream().sorted(Comparator.comparing(Part::name)).toList();
    }

    Body write(Object event) {
        var facts = new CanonicalJson.Members();
        var personal = new CanonicalJson.Members();
        for (Part part : byName) {
            Object value = shape.value(part.component(), event);
            if (value instanceof java.util.Optional<?> optional) {
                value = optional.orElse(null);
            }
            if (value instanceof PersonalText text) {
                personal.with(part.name(), words(part.component(), text));
            } else if (value != null) {
                Object written = ValueWriter.write(value);
                if (!ValueWriter.isEmpty(written)) {
                    facts.with(part.name(), written);
                }
            }
        }
        return new Body(facts.bytes(), personal.isEmpty() ? null : personal.bytes());
    }

    private static String words(RecordComponent component, PersonalText text) {
        return switch (text) {
            case PersonalText.Known known -> known.words();
            case PersonalText.Withheld _ ->
                throw new IllegalArgumentException(
                        "Withheld words (%s) cannot be recorded.".formatted(component.getName()));
        };
    }

    /// Reads an event back. `withheld` says that a personal part existed and was destroyed.
    Object read(byte[] facts, byte @Nullable [] personal, boolean withheld) {
        JsonNode factNode = JSON.readTree(facts);
        JsonNode personalNode = personal == null ? null : JSON.readTree(personal);
        var values = new @Nullable Object[declared.size()];
        for (int at = 0; at < values.length; at++) {
            Part part = declared.get(at);
            values[at] = part.personal()
                    ? readPersonal(part.component(), personalNode, withheld)
                    : ValueReader.read(factNode.get(part.name()), part.type());
        }
        return shape.create(values);
    }

    private static boolean isPersonal(Type type) {
        return type == PersonalText.class || type.getTypeName().contains(PersonalText.class.getName() + ">");
    }

    private static @Nullable Object readPersonal(
            RecordComponent component, @Nullable JsonNode personal, boolean withheld) {
        PersonalText text = null;
        if (withheld) {
            text = new PersonalText.Withheld();
        } else if (personal != null && personal.has(component.getName())) {
            text = PersonalText.of(personal.get(component.getName()).stringValue());
        }
        return component.getType() == java.util.Optional.class ? java.util.Optional.ofNullable(text) : text;
    }

    /// The components and constructor of a record, found once.
    record RecordShape(RecordComponent[] components, java.lang.reflect.Constructor<?> constructor) {
        static RecordShape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                for (RecordComponent component : components) {
                    component.getAccessor().setAccessible(true);
                }
                return new RecordShape(components, constructor);
            } catch (NoSuchMethodException missing) {
                throw new IllegalStateException(
                        "The record (%s) has no canonical constructor.".formatted(type), missing);
            }
        }

        @Nullable
        Object value(RecordComponent component, Object record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (IllegalAccessException | InvocationTargetException broken) {
                throw new IllegalStateException("The component (%s) cannot be read.".formatted(component), broken);
            }
        }

        Object create(@Nullable Object... values) {
            try {
                return constructor.newInstance(values);
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException broken) {
                throw new IllegalStateException(
                        "The record (%s) cannot be read back.".formatted(constructor.getDeclaringClass()), broken);
            }
        }
    }
}
