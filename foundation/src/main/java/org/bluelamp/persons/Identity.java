package org.bluelamp.persons;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.kernel.BoroughCode;
import org.jspecify.annotations.Nullable;

/// Something a member of the public is said to be known by: a telephone number, an address, a name. Two that are
/// written differently and mean the same have the same `normal` words, and are looked up by them.
///
/// Units: `words` as they were said, at most `WORDS_MAX` characters. Its `toString` never shows them.
public sealed interface Identity {
    /// The longest words one identity has.
    int WORDS_MAX = 200;

    /// The fewest digits of a number that leads to somebody; shorter ones are services.
    int DIGITS_MIN = 7;

    String words();

    /// What is compared; empty where the words lead to nobody.
    String normal();

    Kind kind();

    /// The kinds of identity. Kept as they stand here in the record: never renamed once released.
    enum Kind {
        NUMBER,
        ADDRESS,
        NAME
    }

    /// A telephone number, compared in its international form.
    record Number(String words) implements Identity {
        @Override
        public String normal() {
            boolean plus = words.strip().startsWith("+");
            String digits = words.replaceAll("\\D", "");
            if (digits.length() < DIGITS_MIN || words.chars().anyMatch(Character::isLetter)) {
                return "";
            }
            if (plus) {
                return "+" + digits;
            }
            if (digits.startsWith("00")) {
                return "+" + digits.substring(2);
            }
            return digits.startsWith("0") ? "+44" + digits.substring(1) : digits;
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }

        @Override
        public String toString() {
            return "Number[%d characters]".formatted(words.length());
        }
    }

    /// An address: house and street, with the borough where it is known, since the same street is in several.
    record Address(String words, @Nullable BoroughCode borough) implements Identity {
        private static final Pattern POSTCODE = Pattern.compile("\\b[a-z]{1,2}\\d[a-z\\d]?(?:\\s*\\d[a-z]{2})?\\b");
        private static final Map<String, String> SHORT = Map.of(
                "st",
                "street",
                "rd",
                "road",
                "ave",
                "avenue",
                "av",
                "avenue",
                "ln",
                "lane",
                "sq",
                "square",
                "gdns",
                "gardens",
                "ct",
                "court",
                "pl",
                "place",
                "cres",
                "crescent");

        @Override
        public String normal() {
            String plain = POSTCODE.matcher(plain(words)).replaceAll(" ");
            List<String> said = Stream.of(plain.strip().split("\\s+"))
                    .map(word -> SHORT.getOrDefault(word, word))
                    .toList();
            String all = String.join(" ", said);
            return all.chars().anyMatch(Character::isDigit) && said.size() > 1 ? all : "";
        }

        @Override
        public Kind kind() {
            return Kind.ADDRESS;
        }

        @Override
        public String toString() {
            return "Address[%d characters, %s]".formatted(words.length(), borough);
        }
    }

    /// A name as it was said; looked up by likeness, never as proof of who somebody is.
    record Name(String words) implements Identity {
        @Override
        public String normal() {
            return plain(words);
        }

        @Override
        public Kind kind() {
            return Kind.NAME;
        }

        @Override
        public String toString() {
            return "Name[%d characters]".formatted(words.length());
        }
    }

    /// The identity of this kind, unless its words lead to nobody or are too long.
    static Optional<Identity> of(Kind kind, String said, @Nullable BoroughCode borough) {
        String words = said.strip();
        if (words.length() > WORDS_MAX) {
            return Optional.empty();
        }
        Identity identity = switch (kind) {
            case NUMBER -> new Number(words);
            case ADDRESS -> new Address(words, borough);
            case NAME -> new Name(words);
        };
        return identity.normal().isBlank() ? Optional.empty() : Optional.of(identity);
    }

    /// Lower case without accents and signs, one blank between words.
    private static String plain(String words) {
        String bare = Normalizer.normalize(words, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return Stream.of(bare.toLowerCase(Locale.UK).replace("'", "").split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
