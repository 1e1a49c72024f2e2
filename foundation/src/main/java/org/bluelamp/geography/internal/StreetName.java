package org.bluelamp.geography.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How a street's name is compared: lower case, without accents and signs, with its abbreviations written out.
final class StreetName {
    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("st", "street"),
            Map.entry("str", "street"),
            Map.entry("rd", "road"),
            Map.entry("ave", "avenue"),
            Map.entry("av", "avenue"),
            Map.entry("ln", "lane"),
            Map.entry("sq", "square"),
            Map.entry("pl", "place"),
            Map.entry("ct", "court"),
            Map.entry("gdns", "gardens"),
            Map.entry("gdn", "garden"),
            Map.entry("cres", "crescent"),
            Map.entry("ter", "terrace"),
            Map.entry("terr", "terrace"),
            Map.entry("dr", "drive"),
            Map.entry("cl", "close"),
            Map.entry("gr", "grove"),
            Map.entry("gro", "grove"),
            Map.entry("pk", "park"),
            Map.entry("mws", "mews"),
            Map.entry("yd", "yard"),
            Map.entry("wk", "walk"),
            Map.entry("emb", "embankment"),
            Map.entry("nth", "north"),
            Map.entry("sth", "south"));

    private StreetName() {}

    static String compared(String name) {
        return String.join(" ", words(name));
    }

    static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’`.]", "")
                .replace("&", " and ")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        var words = new ArrayList<String>();
        for (String word : plain.isEmpty() ? new String[0] : plain.split(" ")) {
            boolean first = words.isEmpty();
            String saint = word.equals("saint") ? "st" : word;
            words.add(first ? saint : WRITTEN_OUT.getOrDefault(saint, saint));
        }
        return words;
    }
}
