package org.bluelamp.history.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A written form of a time, such as `MM/dd/yyyy hh:mm:ss a`: read strictly, so that 30 February is a fault.
///
/// Letters: `yyyy` year; `MM`, `M` month (two digits; one or two), `MMM` its English name of three letters; `dd`, `d`
/// day; `HH`, `H` hour 0–23; `hh`, `h` hour 1–12 with `a` AM or PM; `mm`, `m` minute; `ss`, `s` second; `S…` a
/// fraction of a second of 1 to 9 digits; `X` an offset such as `+01:00`, `-0500` or `Z`. Other letters stand within
/// single quotes; what stands in square brackets may be absent. A two-digit year is not read: it does not say which
/// century.
class TimeFormat {
    /// What was written: a local time, and its offset from UTC where the text gives it.
    record Local(LocalDateTime at, Optional<ZoneOffset> offset) {}

    /// The text is not a time of this form; the reason in words.
    static final class NotATime extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        NotATime(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final String LETTERS = "yMdHhmsSaX";
    private static final int FRACTION_DIGITS_MAX = 9;
    private static final int TEXT_CHARACTERS_MAX = 64;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2199;

    private record Token(char letter, int length, String literal) {}

    private final String pattern;
    private final List<List<Token>> forms;

    private TimeFormat(String pattern, List<List<Token>> forms) {
        this.pattern = pattern;
        this.forms = forms;
    }

    /// Errors: `IllegalArgumentException` says what of the pattern is not known or missing.
    static TimeFormat of(String pattern) {
        var forms = new ArrayList<List<Token>>();
        int open = pattern.indexOf('[');
        int close = pattern.indexOf(']');
        if (open >= 0 && close > open) {
            forms.add(tokens(
                    pattern.substring(0, open) + pattern.substring(open + 1, close) + pattern.substring(close + 1)));
            forms.add(tokens(pattern.substring(0, open) + pattern.substring(close + 1)));
        } else if (open >= 0 || close >= 0) {
            throw new IllegalArgumentException("the brackets do not match");
        } else {
            forms.add(tokens(pattern));
        }
        for (List<Token> form : forms) {
            require(form);
        }
        return new TimeFormat(pattern, forms);
    }

    private static void require(List<Token> form) {
        var letters = new StringBuilder();
        form.forEach(token -> letters.append(token.letter()));
        for (String needed : List.of("y", "M", "d")) {
            if (letters.indexOf(needed) < 0) {
                throw new IllegalArgumentException("the format has no year, month and day (yyyy, MM, dd)");
            }
        }
        if (letters.indexOf("h") >= 0 != letters.indexOf("a") >= 0) {
            throw new IllegalArgumentException("hours of 1 to 12 (hh) need AM or PM (a), and the other way round");
        }
    }

    private static List<Token> tokens(String pattern) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < pattern.length()) {
            char letter = pattern.charAt(at);
            if (letter == '\'') {
                int end = pattern.indexOf('\'', at + 1);
                if (end < 0) {
                    throw new IllegalArgumentException("a quote in the format is not closed");
                }
                tokens.add(new Token('\'', 0, pattern.substring(at + 1, end)));
                at = end + 1;
            } else if (Character.isLetter(letter)) {
                int end = at;
                while (end < pattern.length() && pattern.charAt(end) == letter) {
                    end++;
                }
                tokens.add(letters(letter, end - at));
                at = end;
            } else {
                tokens.add(new Token('\'', 0, String.valueOf(letter)));
                at++;
            }
        }
        return List.copyOf(tokens);
    }

    private static Token letters(char letter, int length) {
        boolean known = LETTERS.indexOf(letter) >= 0
                && switch (letter) {
                    case 'y' -> length == 4;
                    case 'M' -> length <= 3;
                    case 'S' -> length <= FRACTION_DIGITS_MAX;
                    case 'X' -> length <= 3;
                    case 'a' -> length == 1;
                    default -> length <= 2;
                };
        if (!known) {
            throw new IllegalArgumentException("the letters (%s) are not known"
                    .formatted(String.valueOf(letter).repeat(length)));
        }
        return new Token(letter, length, "");
    }

    boolean hasHour() {
        return forms.getFirst().stream().anyMatch(token -> token.letter() == 'H' || token.letter() == 'h');
    }

    Local read(String text) throws NotATime {
        if (text.length() > TEXT_CHARACTERS_MAX) {
            throw new NotATime("is too long for a time");
        }
        for (List<Token> form : forms) {
            Reading reading = new Reading(text);
            if (reading.follows(form)) {
                return reading.local();
            }
        }
        throw new NotATime("(%s) is not written as %s".formatted(text, pattern));
    }

    /// One attempt at one text.
    private static final class Reading {
        private final String text;
        private int at;
        private int year;
        private int month;
        private int day;
        private int hour;
        private int minute;
        private int second;
        private int nano;
        private int half = -1;
        private Optional<ZoneOffset> offset = Optional.empty();

        Reading(String text) {
            this.text = text;
        }

        boolean follows(List<Token> form) {
            for (Token token : form) {
                if (!reads(token)) {
                    return false;
                }
            }
            return at == text.length();
        }

        private boolean reads(Token token) {
            return switch (token.letter()) {
                case '\'' -> literal(token.literal());
                case 'y' -> (year = number(4, 4)) >= 0;
                case 'M' -> (month = token.length() == 3 ? named() : number(token.length(), 2)) >= 0;
                case 'd' -> (day = number(token.length(), 2)) >= 0;
                case 'H', 'h' -> (hour = number(token.length(), 2)) >= 0;
                case 'm' -> (minute = number(token.length(), 2)) >= 0;
                case 's' -> (second = number(token.length(), 2)) >= 0;
                case 'S' -> fraction();
                case 'a' -> half();
                case 'X' -> offset();
                default -> throw new IllegalStateException("The letter (%s) is not read.".formatted(token.letter()));
            };
        }

        private boolean literal(String literal) {
            boolean there = text.startsWith(literal, at);
            at += literal.length();
            return there;
        }

        /// The number at this place, or -1 where there are too few digits.
        private int number(int digitsMin, int digitsMax) {
            int start = at;
            int value = 0;
            while (at < text.length() && at - start < digitsMax && isDigit(text.charAt(at))) {
                value = value * 10 + (text.charAt(at) - '0');
                at++;
            }
            return at - start < digitsMin ? -1 : value;
        }

        private boolean fraction() {
            int start = at;
            int value = number(1, FRACTION_DIGITS_MAX);
            for (int digit = at - start; digit < FRACTION_DIGITS_MAX; digit++) {
                value *= 10;
            }
            nano = value;
            return at > start;
        }

        private int named() {
            int end = Math.min(at + 3, text.length());
            int found = MONTHS.indexOf(text.substring(at, end).toUpperCase(Locale.ROOT));
            at = end;
            return found < 0 ? -1 : found + 1;
        }

        private boolean half() {
            if (at + 2 > text.length()) {
                return false;
            }
            String word = text.substring(at, at + 2).toUpperCase(Locale.ROOT);
            at += 2;
            half = word.equals("AM") ? 0 : word.equals("PM") ? 1 : -1;
            return half >= 0;
        }

        private boolean offset() {
            if (at < text.length() && text.charAt(at) == 'Z') {
                at++;
                offset = Optional.of(ZoneOffset.UTC);
                return true;
            }
            if (at >= text.length() || "+-".indexOf(text.charAt(at)) < 0) {
                return false;
            }
            int sign = text.charAt(at++) == '-' ? -1 : 1;
            int hours = number(2, 2);
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
            }
            int minutes = at == text.length() ? 0 : number(2, 2);
            if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || hours == 18 && minutes > 0) {
                return false;
            }
            offset = Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
            return true;
        }

        Local local() throws NotATime {
            if (year < YEAR_MIN || year > YEAR_MAX) {
                throw new NotATime("(%s) is outside the years %d to %d".formatted(text, YEAR_MIN, YEAR_MAX));
            }
            if (month < 1
                    || month > 12
                    || day < 1
                    || day > YearMonth.of(year, month).lengthOfMonth()) {
                throw new NotATime("(%s) is no date of the calendar".formatted(text));
            }
            if (half >= 0 && (hour < 1 || hour > 12)) {
                throw new NotATime("(%s) has an hour outside 1 to 12".formatted(text));
            }
            int of24 = half < 0 ? hour : hour % 12 + 12 * half;
            if (of24 > 23 || minute > 59 || second > 59) {
                throw new NotATime("(%s) is no time of the day".formatted(text));
            }
            LocalTime time = LocalTime.of(of24, minute, second, nano);
            return new Local(LocalDateTime.of(LocalDate.of(year, month, day), time), offset);
        }

        private static boolean isDigit(char character) {
            return character >= '0' && character <= '9';
        }
    }
}
