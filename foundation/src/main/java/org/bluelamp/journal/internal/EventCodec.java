package org.bluelamp.journal.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.TreeMap;
import org.bluelamp.kernel.PersonalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes one type of event record as canonical bytes and reads it back. Components of type `PersonalText` make the
/// personal part, all others the facts; what is empty is left out.
final class EventCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RecordShape shape;

    EventCodec(Class<?> type) {
        shape = RecordShape.of(type);
    }

    Body write(Object event) {
        var facts = new TreeMap<String, Object>();
        var personal = new TreeMap<String, Object>();
        for (RecordComponent component : shape.components()) {
            Object value = shape.value(component, event);
            if (value instanceof java.util.Optional<?> optional) {
                value = optional.orElse(null);
            }
            if (value instanceof PersonalText text) {
                personal.put(component.getName(), words(component, text));
            } else if (value != null) {
                Object written = ValueWriter.write(value);
                if (!ValueWriter.isEmpty(written)) {
                    facts.put(component.getName(), written);
                }
            }
        }
        return new Body(CanonicalJson.bytes(facts), personal.isEmpty() ? null : CanonicalJson.bytes(personal));
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
        Object[] values = Arrays.stream(shape.components())
                .map(component -> isPersonal(component.getGenericType())
                        ? readPersonal(component, personalNode, withheld)
                        : ValueReader.read(factNode.get(component.getName()), component.getGenericType()))
                .toArray();
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
