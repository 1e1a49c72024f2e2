package org.bluelamp.policy.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.policy.PolicyFault;
import org.jspecify.annotations.Nullable;

/// Reads located JSON into records, listing every fault with its line, column and field instead of stopping at one.
/// A value that cannot be read is null here and has a fault in the list.
record PolicyBinding(List<PolicyFault> faults) {

    <T> Optional<T> read(Class<T> type, JsonAt json, String path) {
        return Optional.ofNullable(type.cast(value(type, json, path)));
    }

    private @Nullable Object value(Type type, JsonAt json, String path) {
        return switch (type) {
            case ParameterizedType several -> several(several, json, path);
            case Class<?> one when one.isEnum() -> enumerated(one, json, path);
            case Class<?> one when one.isRecord() -> record(one, json, path);
            case Class<?> one -> plain(one, json, path);
            default -> throw new IllegalStateException("A policy record may not hold a %s (%s).".formatted(type, path));
        };
    }

    private @Nullable Object several(ParameterizedType type, JsonAt json, String path) {
        Type inner = type.getActualTypeArguments()[0];
        if (type.getRawType() == Optional.class) {
            Object found = value(inner, json, path);
            return found == null ? null : Optional.of(found);
        }
        if (!(json instanceof JsonAt.Items items)) {
            return wrong(json, path, "A list is expected.");
        }
        var all = new ArrayList<Object>();
        for (int i = 0; i < items.values().size(); i++) {
            Object found = value(inner, items.values().get(i), "%s[%d]".formatted(path, i));
            if (found != null) {
                all.add(found);
            }
        }
        if (all.size() < items.values().size()) {
            return null;
        }
        return type.getRawType() == Set.class ? set(all, items, path) : List.copyOf(all);
    }

    private @Nullable Object set(List<Object> all, JsonAt.Items items, String path) {
        var set = new LinkedHashSet<Object>();
        for (int i = 0; i < all.size(); i++) {
            if (!set.add(all.get(i))) {
                wrong(items.values().get(i), "%s[%d]".formatted(path, i), "(%s) is given twice.".formatted(all.get(i)));
            }
        }
        return set.size() < all.size() ? null : Set.copyOf(set);
    }

    private @Nullable Object plain(Class<?> type, JsonAt json, String path) {
        if (type == String.class) {
            return text(json, path, "A text is expected.", Function.identity());
        } else if (type == int.class) {
            return json instanceof JsonAt.Whole(JsonAt.Place _, long number) && number == (int) number
                    ? (Object) (int) number
                    : wrong(json, path, "A whole number is expected.");
        } else if (type == long.class) {
            return json instanceof JsonAt.Whole(JsonAt.Place _, long number)
                    ? (Object) number
                    : wrong(json, path, "A whole number is expected.");
        } else if (type == boolean.class) {
            return json instanceof JsonAt.YesNo(JsonAt.Place _, boolean yes)
                    ? (Object) yes
                    : wrong(json, path, "true or false is expected.");
        } else if (type == LocalDate.class) {
            return text(json, path, "A date such as 2026-04-01 is expected.", LocalDate::parse);
        } else if (type == LocalTime.class) {
            return text(json, path, "A time of day such as 21:04 is expected.", LocalTime::parse);
        } else if (type == Instant.class) {
            return text(json, path, "A time such as 2026-04-01T21:04:00Z is expected.", Instant::parse);
        } else if (type == Duration.class) {
            return text(json, path, "A duration such as PT15M is expected.", Duration::parse);
        }
        throw new IllegalStateException("A policy record may not hold a %s (%s).".formatted(type, path));
    }

    private <T> @Nullable T text(JsonAt json, String path, String expected, Function<String, T> parse) {
        if (json instanceof JsonAt.Text(JsonAt.Place _, String words)) {
            try {
                return parse.apply(words);
            } catch (DateTimeParseException _) {
                return wrong(json, path, "%s Found (%s).".formatted(expected, words));
            }
        }
        return wrong(json, path, expected);
    }

    private @Nullable Object enumerated(Class<?> type, JsonAt json, String path) {
        Object[] constants = type.getEnumConstants();
        if (json instanceof JsonAt.Text(JsonAt.Place _, String word)) {
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equals(word)) {
                    return constant;
                }
            }
        }
        String words = Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
        return wrong(json, path, "One of %s is expected.".formatted(words));
    }

    private @Nullable Object record(Class<?> type, JsonAt json, String path) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1 && !(json instanceof JsonAt.Fields)) {
            Object only = value(components[0].getGenericType(), json, path);
            return only == null ? null : made(type, new Object[] {only}, json, path);
        }
        if (!(json instanceof JsonAt.Fields fields)) {
            return wrong(json, path, "An object with fields is expected.");
        }
        var values = new @Nullable Object[components.length];
        boolean whole = true;
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], fields, path);
            whole &= values[i] != null;
        }
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        for (var field : fields.values().entrySet()) {
            if (!known.contains(field.getKey())) {
                wrong(field.getValue(), at(path, field.getKey()), "The field is not known here.");
            }
        }
        return whole ? made(type, values, json, path) : null;
    }

    private @Nullable Object component(RecordComponent component, JsonAt.Fields fields, String path) {
        JsonAt given = fields.values().get(component.getName());
        if (given != null) {
            return value(component.getGenericType(), given, at(path, component.getName()));
        }
        return component.getType() == Optional.class
                ? Optional.empty()
                : wrong(fields, at(path, component.getName()), "The field is missing.");
    }

    private @Nullable Object made(Class<?> type, @Nullable Object[] values, JsonAt json, String path) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null) {
                return wrong(json, path, refused.getMessage());
            }
            throw new IllegalStateException("The record (%s) could not be made.".formatted(type), thrown);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("The record (%s) could not be made.".formatted(type), unreadable);
        }
    }

    private <T> @Nullable T wrong(JsonAt json, String path, String sentence) {
        faults.add(
                new PolicyFault(json.place().line(), json.place().column(), path.isEmpty() ? "file" : path, sentence));
        return null;
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
