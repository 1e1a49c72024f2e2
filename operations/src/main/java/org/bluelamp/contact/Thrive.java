package org.bluelamp.contact;

import java.util.List;
import java.util.stream.Stream;

/// Threat, harm, risk, investigation, vulnerability, engagement: a few words each, as the call taker judged them.
/// Units: at most `WORDS_MAX` characters each. Source: C2; FIELD, rows 12 and 13.
public record Thrive(
        String threat, String harm, String risk, String investigation, String vulnerability, String engagement) {
    public static final int WORDS_MAX = 300;

    /// How many there are.
    public static final int OF = 6;

    public static final Thrive NOTHING = new Thrive("", "", "", "", "", "");

    public List<String> all() {
        return List.of(threat, harm, risk, investigation, vulnerability, engagement);
    }

    /// How many of the six have words.
    public int complete() {
        return (int) Stream.of(threat, harm, risk, investigation, vulnerability, engagement)
                .filter(words -> !words.isBlank())
                .count();
    }

    @Override
    public String toString() {
        return "Thrive[%d of %d]".formatted(complete(), OF);
    }
}
