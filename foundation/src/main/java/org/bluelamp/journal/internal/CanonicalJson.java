package org.bluelamp.journal.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes RFC 8785 canonical JSON: sorted names, no white space, one way to write every value. Numbers are whole and
/// at most 2^53-1 in size; the record holds no fractions.
final class CanonicalJson {
    static final long NUMBER_MAX = (1L << 53) - 1;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(512);

    private CanonicalJson() {}

    /// The canonical bytes of a tree of maps with text keys, lists, texts, whole numbers and booleans.
    ///
    /// Errors: `IllegalArgumentException` for anything else, a number out of range or text that is not Unicode.
    static byte[] bytes(Object tree) {
        return text(tree).getBytes(StandardCharsets.UTF_8);
    }

    static String text(Object tree) {
        var json = new CanonicalJson();
        json.write(tree);
        return json.out.toString();
    }

    private void write(Object value) {
        switch (value) {
            case String text -> string(text);
            case Long number -> number(number);
            case Integer number -> number(number);
            case Boolean truth -> out.append(truth.booleanValue());
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            default ->
                throw new IllegalArgumentException("The record holds no values of type (%s)."
                        .formatted(value.getClass().getName()));
        }
    }

    private void number(long number) {
        if (number > NUMBER_MAX || number < -NUMBER_MAX) {
            throw new IllegalArgumentException("The number (%d) is beyond 2^53-1.".formatted(number));
        }
        out.append(number);
    }

    private void array(List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(list.get(i));
        }
        out.append(']');
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : sorted(map).entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string((String) member.getKey());
            out.append(':');
            write(member.getValue());
        }
        out.append('}');
    }

    /// The standard's order of names is that of their UTF-16 units, which is how Java compares texts; a map that is
    /// in this order already is not sorted again.
    private static Map<?, ?> sorted(Map<?, ?> map) {
        if (map instanceof SortedMap<?, ?> inOrder && inOrder.comparator() == null) {
            return inOrder;
        }
        SortedMap<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put((String) name, value));
        return sorted;
    }

    /// Runs of plain characters are written at once.
    private void string(String text) {
        out.append('"');
        int plain = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isSurrogate(c)) {
                at = paired(text, at);
            } else {
                out.append(text, plain, at);
                escaped(c);
                plain = at + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        }
    }

    /// The place of the second half of the character whose first half stands here.
    private static int paired(String text, int at) {
        boolean pair = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (!pair) {
            throw new IllegalArgumentException("The text has half a character at place %d.".formatted(at));
        }
        return at + 1;
    }

    /// An object whose members are given in the standard's order of names, so that nothing needs sorting.
    static final class Members {
        private final CanonicalJson json = new CanonicalJson();
        private String last = "";

        /// Errors: `IllegalStateException` for a name that does not come after the one before.
        Members with(String name, Object value) {
            if (last.compareTo(name) >= 0) {
                throw new IllegalStateException("The name (%s) does not come after (%s).".formatted(name, last));
            }
            json.out.append(last.isEmpty() ? '{' : ',');
            json.string(name);
            json.out.append(':');
            json.write(value);
            last = name;
            return this;
        }

        boolean isEmpty() {
            return last.isEmpty();
        }

        byte[] bytes() {
            return (isEmpty() ? "{}" : json.out.append('}').toString()).getBytes(StandardCharsets.UTF_8);
        }
    }
}
