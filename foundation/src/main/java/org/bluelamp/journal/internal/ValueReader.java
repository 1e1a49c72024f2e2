package org.bluelamp.journal.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads back what `ValueWriter` wrote, by the declared type of the component.
final class ValueReader {
    private ValueReader() {}

    static @Nullable Object read(@Nullable JsonNode node, Type type) {
        if (type instanceof ParameterizedType generic) {
            return readGeneric(node, generic);
        }
        Class<?> plain = (Class<?>) type;
        if (node == null) {
            return absent(plain);
        }
        return readPlain(node, plain);
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type.isPrimitive()) {
            throw new IllegalStateException("A value of type (%s) is missing in the record.".formatted(type));
        }
        return null;
    }

    private static Object readGeneric(@Nullable JsonNode node, ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type element = type.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            return Optional.ofNullable(read(node, element));
        }
        if (raw == List.class) {
            return List.copyOf(elements(node, element, new ArrayList<>()));
        }
        if (raw == Set.class) {
            return Set.copyOf(elements(node, element, new LinkedHashSet<>()));
        }
        if (raw == Map.class) {
            return members(node, element, type.getActualTypeArguments()[1]);
        }
        throw new IllegalStateException("The record holds no values of type (%s).".formatted(type));
    }

    private static <C extends java.util.Collection<@Nullable Object>> C elements(
            @Nullable JsonNode node, Type element, C into) {
        if (node != null) {
            for (JsonNode child : node) {
                into.add(read(child, element));
            }
        }
        return into;
    }

    private static Map<Object, Object> members(@Nullable JsonNode node, Type key, Type value) {
        var map = new LinkedHashMap<Object, Object>();
        if (node != null) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                Object name = key == String.class ? member.getKey() : fromText(member.getKey(), (Class<?>) key);
                map.put(name, java.util.Objects.requireNonNull(read(member.getValue(), value)));
            }
        }
        return Map.copyOf(map);
    }

    private static Object readPlain(JsonNode node, Class<?> type) {
        if (type == String.class) {
            return node.stringValue();
        }
        if (type == long.class || type == Long.class) {
            return node.longValue();
        }
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(node.longValue());
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.booleanValue();
        }
        if (type.isSealed() && type.isInterface()) {
            return readPlain(node, permitted(type, node.get("kind").stringValue()));
        }
        if (type.isRecord() && !ValueWriter.hasTextForm(type)) {
            return readRecord(node, type);
        }
        return fromText(node.stringValue(), type);
    }

    private static Class<?> permitted(Class<?> sealed, String kind) {
        for (Class<?> below : sealed.getPermittedSubclasses()) {
            if (below.getSimpleName().equals(kind)) {
                return below;
            }
        }
        throw new IllegalStateException("The kind (%s) of (%s) is unknown.".formatted(kind, sealed));
    }

    private static Object readRecord(JsonNode node, Class<?> type) {
        EventCodec.RecordShape shape = ValueWriter.shape(type);
        RecordComponent[] components = shape.components();
        if (components.length == 1 && ValueWriter.kind(type).isEmpty()) {
            return shape.create(read(node, components[0].getGenericType()));
        }
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = read(node.get(components[i].getName()), components[i].getGenericType());
        }
        return shape.create(values);
    }

    private static Object fromText(String text, Class<?> type) {
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == LocalTime.class) {
            return LocalTime.parse(text);
        }
        if (type == Duration.class) {
            return Duration.parse(text);
        }
        if (type == ZoneId.class) {
            return ZoneId.of(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        if (type.isRecord() && !ValueWriter.hasTextForm(type)) {
            return ValueWriter.shape(type).create(text);
        }
        try {
            return type.getMethod("of", String.class).invoke(null, text);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("The record holds no values of type (%s).".formatted(type), broken);
        }
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException("The word (%s) is none of (%s).".formatted(name, type));
    }
}
