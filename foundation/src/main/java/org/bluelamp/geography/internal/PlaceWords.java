package org.bluelamp.geography.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluelamp.geography.Area;
import org.bluelamp.geography.Gazetteer;

/// What was asked for, taken apart: the street's words, the borough and the postcode (or its beginning) beside it.
record PlaceWords(String street, Optional<Area> borough, Optional<String> postcode) {
    private static final Pattern HOUSE =
            Pattern.compile("^(?:flat |unit )?\\d+[a-zA-Z]?(?:\\s*[-–/]\\s*\\d+[a-zA-Z]?)?[,\\s]+(?=\\D)");
    private static final Pattern POSTCODE_LAST =
            Pattern.compile("(?i)^(.*?)[,\\s]+([A-Z]{1,2}\\d[A-Z\\d]?(?:\\s*\\d[A-Z]{0,2})?)$");
    private static final Pattern CITY_LAST = Pattern.compile("(?i)[,\\s]+london$");
    /// A word of a borough's name that stands for it, if it has as many letters as this.
    private static final int TELLING_LETTERS_MIN = 5;

    static String shortened(String text) {
        String cut =
                text.length() > Gazetteer.TEXT_CHARACTERS_MAX ? text.substring(0, Gazetteer.TEXT_CHARACTERS_MAX) : text;
        return cut.strip().replaceAll("\\s+", " ");
    }

    /// Takes `12 High Street, Camden NW1` apart; what is not there is empty.
    static PlaceWords of(String text, List<Area> boroughs) {
        String words = HOUSE.matcher(shortened(text)).replaceFirst("");
        Optional<String> postcode = Optional.empty();
        Matcher last = POSTCODE_LAST.matcher(words);
        if (last.matches()) {
            words = last.group(1).strip();
            postcode = Optional.of(last.group(2));
        }
        words = CITY_LAST.matcher(words).replaceFirst("");
        String compared = StreetName.compared(words);
        for (Area borough : longestFirst(boroughs)) {
            for (String name : saidAs(borough, words.contains(","))) {
                if (compared.endsWith(" " + name)) {
                    String street = compared.substring(0, compared.length() - name.length() - 1);
                    return new PlaceWords(street, Optional.of(borough), postcode);
                }
            }
        }
        return new PlaceWords(words, Optional.empty(), postcode);
    }

    private static List<Area> longestFirst(List<Area> boroughs) {
        return boroughs.stream()
                .sorted(Comparator.comparingInt((Area area) -> -area.name().length()))
                .toList();
    }

    /// The whole name, and after a comma also a telling word of it: `Kensington` for Kensington and Chelsea.
    private static List<String> saidAs(Area borough, boolean comma) {
        Stream<String> parts = comma
                ? StreetName.words(borough.name()).stream()
                        .filter(word -> word.length() >= TELLING_LETTERS_MIN && !word.equals("london"))
                : Stream.empty();
        return Stream.concat(Stream.of(StreetName.compared(borough.name())), parts)
                .toList();
    }
}
