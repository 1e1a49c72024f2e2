package org.bluelamp.journal.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    private static final String INSTANT_FORM = "0000-00-00T00:00:00.000000Z";
    private static final int NANOS_IN_MICRO = 1_000;
    private static final int DECIMAL = 10;

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
            return instant(text);
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

    /// Reads what `ValueWriter.instant` wrote, without the generality of the JDK's parser.
    private static Instant instant(String text) {
        boolean asWritten = text.length() == INSTANT_FORM.length();
        for (int at = 0; at < text.length() && asWritten; at++) {
            char form = INSTANT_FORM.charAt(at);
            char c = text.charAt(at);
            asWritten = form == '0' ? c >= '0' && c <= '9' : c == form;
        }
        if (!asWritten) {
            return Instant.parse(text);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 26) * NANOS_IN_MICRO)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, DECIMAL);
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
