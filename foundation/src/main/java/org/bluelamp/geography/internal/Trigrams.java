package org.bluelamp.geography.internal;

import java.util.Arrays;

/// The three-letter pieces of words, two spaces before and one after each word, as PostgreSQL's `pg_trgm` has them.
final class Trigrams {
    private static final int BITS = 6;

    private Trigrams() {}

    /// Each piece once, in order, as a number. `compared` holds only a to z, 0 to 9 and single spaces.
    static int[] of(String compared) {
        int[] all = new int[compared.length() * 2 + 2];
        int count = 0;
        for (String word : compared.split(" ")) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length() && !word.isEmpty(); i++) {
                all[count++] = piece(padded, i);
            }
        }
        return Arrays.stream(all, 0, count).sorted().distinct().toArray();
    }

    private static int piece(String text, int at) {
        return letter(text.charAt(at)) << 2 * BITS | letter(text.charAt(at + 1)) << BITS | letter(text.charAt(at + 2));
    }

    private static int letter(char letter) {
        if (letter == ' ') {
            return 0;
        }
        return letter <= '9' ? letter - '0' + 1 : letter - 'a' + 11;
    }
}
