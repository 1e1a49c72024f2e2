package org.bluelamp.geography.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Postcodes and streets in memory, and how near each comes to what was asked.
record GazetteerIndex(Postcodes postcodes, Streets streets) {
    private static final int EXACT = 1000;
    private static final int ONE_SLIP = 800;
    /// A beginning scores from here up with each place that is given.
    private static final int BEGINNING = 500;

    private static final int BEGINNING_ALL = 400;
    private static final int PLACES = 7;
    private static final int STREET_MIN = 300;
    /// Names looked at for one question; each may stand in many boroughs.
    private static final int NAMES_MAX = 60;

    /// A postcode by its place in the list, and its score in thousandths.
    record PostcodeHit(int at, int score) {}

    /// A street and its score in thousandths.
    record StreetHit(Street street, int score) {}

    /// Postcodes that are, begin with, or are one slip away from the text.
    List<PostcodeHit> postcodes(String text, int limit) {
        var whole = PostcodeKey.whole(text);
        OptionalInt exact = whole.isPresent() ? postcodes.find(whole.get()) : OptionalInt.empty();
        if (exact.isPresent()) {
            return List.of(new PostcodeHit(exact.getAsInt(), EXACT));
        }
        Map<Integer, Integer> hits = new LinkedHashMap<>();
        for (PostcodeKey.Beginning beginning : PostcodeKey.beginnings(text)) {
            int score = BEGINNING + BEGINNING_ALL * beginning.places() / PLACES;
            postcodes.beginning(beginning, limit - hits.size()).forEach(at -> hits.putIfAbsent(at, score));
        }
        if (hits.isEmpty()) {
            for (long near : PostcodeKey.oneSlipAway(text)) {
                postcodes.find(near).ifPresent(at -> hits.putIfAbsent(at, ONE_SLIP));
            }
        }
        return hits.entrySet().stream()
                .limit(limit)
                .map(hit -> new PostcodeHit(hit.getKey(), hit.getValue()))
                .toList();
    }

    /// Streets whose names come near the words.
    List<StreetHit> streets(String words) {
        var hits = new ArrayList<StreetHit>();
        for (Streets.Near near : streets.near(words, NAMES_MAX, STREET_MIN)) {
            near.streets().forEach(street -> hits.add(new StreetHit(street, near.score())));
        }
        return List.copyOf(hits);
    }
}
