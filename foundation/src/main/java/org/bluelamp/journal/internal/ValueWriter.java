package org.bluelamp.journal.internal;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Turns a value of an event into the tree that canonical JSON writes. The rules can never change:
/// instants to the microsecond in UTC, enums by name, a record with one component as that component, a record with a
/// static `of(String)` as its text, other records as objects (with `kind` where their type is sealed), sets sorted.
final class ValueWriter {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int YEAR_OF_FOUR_DIGITS_MAX = 9_999;
    private static final int NANOS_IN_MICRO = 1_000;
    private static final Map<Class<?>, EventCodec.RecordShape> SHAPES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Boolean> TEXT_FORMS = new ConcurrentHashMap<>();

    private ValueWriter() {}

    static Object write(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Boolean truth -> truth;
            case Instant instant -> instant(instant);
            case LocalDate date -> date.toString();
            case LocalTime time -> time.toString();
            case Duration duration -> duration.toString();
            case ZoneId zone -> zone.getId();
            case Enum<?> constant -> constant.name();
            case Set<?> set -> sorted(set);
            case Collection<?> list -> list.stream().map(ValueWriter::write).toList();
            case Map<?, ?> map -> map(map);
            case Record record -> record(record);
            default ->
                throw new IllegalArgumentException("The record holds no values of type (%s)."
                        .formatted(value.getClass().getName()));
        };
    }

    static String instant(Instant instant) {
        var at = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (at.getYear() < 0 || at.getYear() > YEAR_OF_FOUR_DIGITS_MAX) {
            return MICROS.format(instant.truncatedTo(ChronoUnit.MICROS));
        }
        byte[] text = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.ISO_8859_1);
        digits(text, 4, at.getYear());
        digits(text, 7, at.getMonthValue());
        digits(text, 10, at.getDayOfMonth());
        digits(text, 13, at.getHour());
        digits(text, 16, at.getMinute());
        digits(text, 19, at.getSecond());
        digits(text, 26, at.getNano() / NANOS_IN_MICRO);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /// Puts the digits of a number, the last one just before `end`.
    private static void digits(byte[] text, int end, int number) {
        int at = end;
        for (int rest = number; rest > 0; rest /= 10) {
            text[--at] = (byte) ('0' + rest % 10);
        }
    }

    static boolean isEmpty(Object written) {
        return switch (written) {
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    private static List<Object> sorted(Set<?> set) {
        var byText = new TreeMap<String, Object>();
        for (Object element : set) {
            Object written = write(element);
            byText.put(CanonicalJson.text(written), written);
        }
        return new ArrayList<>(byText.values());
    }

    private static Map<String, Object> map(Map<?, ?> map) {
        var written = new TreeMap<String, Object>();
        map.forEach((key, value) -> written.put((String) write(key), write(value)));
        return written;
    }

    private static Object record(Record record) {
        Class<?> type = record.getClass();
        if (hasTextForm(type)) {
            return record.toString();
        }
        EventCodec.RecordShape shape = shape(type);
        Optional<String> kind = kind(type);
        if (shape.components().length == 1 && kind.isEmpty()) {
            return write(present(shape.value(shape.components()[0], record), record));
        }
        var members = new TreeMap<String, Object>();
        kind.ifPresent(word -> members.put("kind", word));
        for (RecordComponent component : shape.components()) {
            Object value = shape.value(component, record);
            if (value instanceof Optional<?> optional) {
                value = optional.orElse(null);
            }
            if (value != null) {
                members.put(component.getName(), write(value));
            }
        }
        return members;
    }

    private static Object present(@Nullable Object value, Record record) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "The value of (%s) is missing.".formatted(record.getClass().getName()));
        }
        return value;
    }

    static EventCodec.RecordShape shape(Class<?> type) {
        return SHAPES.computeIfAbsent(type, EventCodec.RecordShape::of);
    }

    /// Records of a sealed type carry which of them they are.
    static Optional<String> kind(Class<?> type) {
        for (Class<?> above : type.getInterfaces()) {
            if (above.isSealed()) {
                return Optional.of(type.getSimpleName());
            }
        }
        return Optional.empty();
    }

    static boolean hasTextForm(Class<?> type) {
        return TEXT_FORMS.computeIfAbsent(type, ValueWriter::declaresTextForm);
    }

    /// Whether a record with several components has a text form: a public static `of(String)`.
    private static boolean declaresTextForm(Class<?> type) {
        if (type.getRecordComponents().length < 2) {
            return false;
        }
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals("of")
                        && Modifier.isStatic(method.getModifiers())
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
    }
}
