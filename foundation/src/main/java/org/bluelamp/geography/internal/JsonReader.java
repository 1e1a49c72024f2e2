package org.bluelamp.geography.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON text into values that know their line and column. Where the text breaks, what was read before stays.
final class JsonReader {
    private static final JsonFactory JSON = new JsonFactory();

    /// What was read, and where and why reading stopped if it did. `root` is empty where nothing could be read.
    record Read(Optional<Json> root, Optional<Broken> broken) {}

    /// Where the text stops being JSON. Lines and columns from 1.
    record Broken(int line, int column, String why) {}

    private final Deque<Json> open = new ArrayDeque<>();
    private final Deque<Optional<Json.Member>> names = new ArrayDeque<>();
    private @Nullable Json root;

    private JsonReader() {}

    static Read read(String text) {
        return new JsonReader().readAll(text);
    }

    private Read readAll(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (root != null && open.isEmpty()) {
                    TokenStreamLocation at = parser.currentTokenLocation();
                    return new Read(
                            Optional.of(root),
                            Optional.of(new Broken(at.getLineNr(), at.getColumnNr(), "There is text after the end.")));
                }
                take(parser, token);
            }
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            int line = at == null ? 1 : Math.max(1, at.getLineNr());
            int column = at == null ? 1 : Math.max(1, at.getColumnNr());
            return new Read(Optional.ofNullable(root), Optional.of(new Broken(line, column, inShort(broken))));
        }
        if (root == null) {
            return new Read(Optional.empty(), Optional.of(new Broken(1, 1, "The file is empty.")));
        }
        return new Read(Optional.of(root), Optional.empty());
    }

    private static String inShort(JacksonException broken) {
        String said = String.valueOf(broken.getOriginalMessage());
        int end = said.indexOf('\n');
        return (end < 0 ? said : said.substring(0, end)) + ".";
    }

    private void take(JsonParser parser, JsonToken token) {
        TokenStreamLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        switch (token) {
            case START_OBJECT -> begin(new Json.Obj(line, column));
            case START_ARRAY -> begin(new Json.Arr(line, column));
            case END_OBJECT, END_ARRAY -> end();
            case PROPERTY_NAME -> {
                names.pop();
                names.push(
                        Optional.of(new Json.Member(parser.currentName(), line, column, new Json.Null(line, column))));
            }
            case VALUE_STRING -> put(new Json.Text(line, column, parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                put(new Json.Num(line, column, parser.getDoubleValue(), decimals(parser.getString())));
            case VALUE_TRUE -> put(new Json.Bool(line, column, true));
            case VALUE_FALSE -> put(new Json.Bool(line, column, false));
            case VALUE_NULL -> put(new Json.Null(line, column));
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("A text parser gave the token (%s).".formatted(token));
        }
    }

    private static int decimals(String number) {
        int dot = number.indexOf('.');
        if (dot < 0) {
            return 0;
        }
        int end = dot + 1;
        while (end < number.length() && Character.isDigit(number.charAt(end))) {
            end++;
        }
        return end - dot - 1;
    }

    private void begin(Json container) {
        put(container);
        open.push(container);
        names.push(Optional.empty());
    }

    private void end() {
        names.pop();
        switch (open.pop()) {
            case Json.Obj object -> object.torn = false;
            case Json.Arr array -> array.torn = false;
            case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ ->
                throw new IllegalStateException("A value without members was open.");
        }
    }

    private void put(Json value) {
        Json within = open.peek();
        switch (within) {
            case null -> root = value;
            case Json.Arr array -> array.items.add(value);
            case Json.Obj object -> {
                Json.Member name = names.element().orElseThrow();
                object.members.add(new Json.Member(name.name(), name.line(), name.column(), value));
            }
            case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ ->
                throw new IllegalStateException("A value without members was open.");
        }
    }
}
