package org.bluelamp.kernel;

/// Free text that may name or describe a person: kept in an entry's personal part, and destroyed when withheld.
/// Its `toString` never shows the words.
public sealed interface PersonalText {
    /// The longest text one field may hold, in characters.
    int CHARACTERS_MAX = 4_000;

    /// The words as they were recorded. 0 to `CHARACTERS_MAX` characters.
    record Known(String words) implements PersonalText {
        public Known {
            if (words.length() > CHARACTERS_MAX) {
                throw new IllegalArgumentException(
                        "The text has %d characters; at most %d are kept.".formatted(words.length(), CHARACTERS_MAX));
            }
        }

        @Override
        public String toString() {
            return "PersonalText[%d characters]".formatted(words.length());
        }
    }

    /// The words were withheld under a rule; the entry that did so says which.
    record Withheld() implements PersonalText {}

    static PersonalText of(String words) {
        return new Known(words);
    }

    /// The words, or a mark that they were withheld.
    default String orMark() {
        return switch (this) {
            case Known known -> known.words();
            case Withheld _ -> "[withheld]";
        };
    }
}
