package org.bluelamp.control.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.control.Asked;
import org.bluelamp.control.PlaceGiven;
import org.jspecify.annotations.Nullable;

/// A request in one canonical text, without who asked and the time it was sent, so that sending it again is
/// seen to be the same. The journal keeps only its hash.
final class RequestText {
    private RequestText() {}

    /// The kind of request and every value of it but `asked`, each with its length before it, so that no two
    /// requests have one text.
    static String of(Record request, Asked asked) {
        return Stream.concat(
                        Stream.of(request.getClass().getSimpleName()),
                        Stream.of(request.getClass().getRecordComponents())
                                .filter(component -> component.getType() != Asked.class)
                                .map(component -> text(value(component, request), asked)))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
    }

    private static @Nullable Object value(RecordComponent component, Record request) {
        try {
            return component.getAccessor().invoke(request);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("The request (%s) cannot be read.".formatted(component), unreadable);
        }
    }

    private static String text(@Nullable Object value, Asked asked) {
        return switch (value) {
            case null -> "none";
            case Instant at when at.equals(asked.at()) -> "now";
            case PlaceGiven place -> place.words();
            case Collection<?> several ->
                several.stream().map(String::valueOf).sorted().toList().toString();
            case Object other -> other.toString();
        };
    }
}
