package org.bluelamp.performance.internal;

import java.util.HashMap;
import java.util.Map;
import org.bluelamp.performance.ResponseQuery;

/// The words that facts state (agencies, grades, types, areas), each kept once and known by a number from 1; number
/// 0 is "not stated". Numbers hold for the life of the program only. Safe to use from several threads.
///
/// Limit: `WORDS_MAX` different words.
final class Words {
    static final int NOT_STATED = 0;
    static final int UNKNOWN = -1;
    static final int WORDS_MAX = 1_000_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private String[] texts = {ResponseQuery.NOT_STATED};

    /// The number of a word, given to it now if it has none; the empty word is not stated.
    synchronized int number(String text) {
        if (text.isEmpty()) {
            return NOT_STATED;
        }
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = numbers.size() + 1;
        if (number > WORDS_MAX) {
            throw new IllegalStateException("The facts state more than %d different words.".formatted(WORDS_MAX));
        }
        if (number >= texts.length) {
            texts = java.util.Arrays.copyOf(texts, Math.max(64, texts.length * 2));
        }
        texts[number] = text;
        numbers.put(text, number);
        return number;
    }

    /// The number of a word as asked for, `UNKNOWN` if no fact states it.
    synchronized int find(String text) {
        return text.equals(ResponseQuery.NOT_STATED) ? NOT_STATED : numbers.getOrDefault(text, UNKNOWN);
    }

    synchronized String text(int number) {
        return texts[number];
    }
}
