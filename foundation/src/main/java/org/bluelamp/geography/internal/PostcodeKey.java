package org.bluelamp.geography.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A postcode, or the beginning of one, as a number that sorts as the text does: seven places of six bits, the
/// outward part padded to four (`E1  0AA`, as the Ordnance Survey writes it), then the inward part.
final class PostcodeKey {
    private static final Pattern WHOLE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)\\s*([0-9][A-Z]{2})");
    private static final Pattern OUTWARD = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?");
    private static final Pattern INWARD = Pattern.compile("[0-9][A-Z]{0,2}");
    private static final int PLACES = 7;
    private static final int WHOLE_LETTERS_MIN = 5;
    private static final int OUTWARD_PLACES = 4;
    private static final int BITS = 6;

    /// The beginning of a postcode: all keys from `from` up to but not `to`, and how many of its places are given.
    record Beginning(long from, long to, int places) {}

    private PostcodeKey() {}

    /// The key of a whole postcode, however it is spaced and capitalised.
    static Optional<Long> whole(String text) {
        var match = WHOLE.matcher(text.strip().toUpperCase(Locale.ROOT));
        return match.matches() ? Optional.of(key(match.group(1), match.group(2))) : Optional.empty();
    }

    /// Every way the text can begin a postcode: `W1D 6` one way, `E10` as all of `E10` and as sector 0 of `E1`.
    static List<Beginning> beginnings(String text) {
        String words = text.strip().toUpperCase(Locale.ROOT);
        int space = words.indexOf(' ');
        var found = new ArrayList<Beginning>();
        if (space > 0) {
            begin(words.substring(0, space), words.substring(space).strip(), found);
            return found;
        }
        for (int split = words.length(); split >= Math.max(2, words.length() - 3); split--) {
            begin(words.substring(0, split), words.substring(split), found);
        }
        return found;
    }

    private static void begin(String outward, String inward, List<Beginning> found) {
        boolean form = OUTWARD.matcher(outward).matches()
                && (inward.isEmpty() || INWARD.matcher(inward).matches());
        if (!form) {
            return;
        }
        long from = key(outward, inward);
        int open = inward.isEmpty() ? PLACES - OUTWARD_PLACES : PLACES - OUTWARD_PLACES - inward.length();
        found.add(new Beginning(from, from + (1L << (BITS * open)), outward.length() + inward.length()));
    }

    private static long key(String outward, String inward) {
        long key = 0;
        for (int place = 0; place < PLACES; place++) {
            boolean inOutward = place < OUTWARD_PLACES;
            String part = inOutward ? outward : inward;
            int at = inOutward ? place : place - OUTWARD_PLACES;
            key = key << BITS | (at < part.length() ? digit(part.charAt(at)) : 0);
        }
        return key;
    }

    private static int digit(char letter) {
        return letter <= '9' ? letter - '0' + 1 : letter - 'A' + 11;
    }

    /// Written as people do: `W1D 6DT`.
    static String text(long key) {
        var text = new StringBuilder();
        for (int place = 0; place < PLACES; place++) {
            int digit = (int) (key >> BITS * (PLACES - 1 - place)) & 63;
            if (place == OUTWARD_PLACES) {
                text.append(' ');
            }
            if (digit > 0) {
                text.append((char) (digit <= 10 ? '0' + digit - 1 : 'A' + digit - 11));
            }
        }
        return text.toString();
    }

    /// Whole postcodes one slip away: a letter wrong, missing, doubled or swapped with the next. In order of text.
    static List<Long> oneSlipAway(String text) {
        String words = text.toUpperCase(Locale.ROOT).replace(" ", "");
        boolean likeOne = words.length() >= WHOLE_LETTERS_MIN - 1
                && words.length() <= PLACES + 1
                && words.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
        if (!likeOne) {
            return List.of();
        }
        var near = new java.util.TreeSet<Long>();
        for (int at = 0; at < words.length(); at++) {
            String before = words.substring(0, at);
            String after = words.substring(at + 1);
            add(before + after, near);
            if (at + 1 < words.length()) {
                add(before + words.charAt(at + 1) + words.charAt(at) + words.substring(at + 2), near);
            }
            for (char letter : LETTERS) {
                add(before + letter + after, near);
                add(before + letter + words.substring(at), near);
            }
        }
        return List.copyOf(near);
    }

    private static final char[] LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray();

    private static void add(String words, java.util.Set<Long> near) {
        whole(words).ifPresent(near::add);
    }
}
