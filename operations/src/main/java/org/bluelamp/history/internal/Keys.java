package org.bluelamp.history.internal;

import java.nio.charset.StandardCharsets;

/// Keys of incidents as they stand in the names of streams.
class Keys {
    private static final String PLAIN = "._:-";

    private Keys() {}

    /// Letters, digits and `._:-` stand as they are; every other byte is written `~XX`.
    static String encoded(String words) {
        boolean plain = words.chars().allMatch(Keys::isPlain);
        if (plain) {
            return words;
        }
        var encoded = new StringBuilder();
        for (byte octet : words.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(octet & 0xff)) {
                encoded.append((char) octet);
            } else {
                encoded.append("~%02X".formatted(octet & 0xff));
            }
        }
        return encoded.toString();
    }

    /// The key of the second, third … row of one file with the same key; `~~` comes about in no other way.
    static String repeated(String key, int ordinal) {
        return key + "~~" + ordinal;
    }

    private static boolean isPlain(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || PLAIN.indexOf(character) >= 0;
    }
}
