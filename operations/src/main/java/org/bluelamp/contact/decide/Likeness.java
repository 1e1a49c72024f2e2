package org.bluelamp.contact.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.contact.CallMatching;
import org.bluelamp.contact.PossibleDuplicate;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;

/// Which open incidents somebody may be calling about, and why.
public final class Likeness {
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int SHOWN_WORDS_MAX = 4;

    private Likeness() {}

    /// What is told on the telephone right now.
    public record Telling(Instant at, @Nullable Coordinate point, String type, String said) {}

    /// An open incident, its opening words and the words of its callers so far.
    public record OpenIncident(
            IncidentRef incident,
            String type,
            Instant openedAt,
            @Nullable Coordinate point,
            String words) {}

    private record Alike(OpenIncident incident, long metres, boolean sameType, Set<String> shared, Duration since) {}

    /// The open incidents that may be meant, the likeliest first: same type, then the more words in common, then the
    /// nearer. With both places known, the distance decides whether one is offered at all; otherwise the words do.
    ///
    /// Units: metres on the ground. How many are offered is left to whoever knows which of them are open.
    /// Errors: never throws.
    /// Source: C1; FIELD, row 15, "possible-duplicate warning (distance, time, words) while typing".
    public static List<PossibleDuplicate> among(List<OpenIncident> open, Telling told, CallMatching rules) {
        Set<String> words = words(told.said(), rules);
        return open.stream()
                .flatMap(incident -> compare(incident, told, words, rules).stream())
                .sorted(Comparator.comparing(Alike::sameType)
                        .thenComparing(alike -> alike.shared().size())
                        .reversed()
                        .thenComparing(Alike::metres)
                        .thenComparing(alike -> alike.incident().openedAt(), Comparator.reverseOrder())
                        .thenComparing(alike -> alike.incident().incident().toString()))
                .map(alike -> new PossibleDuplicate(alike.incident().incident(), because(alike)))
                .toList();
    }

    private static Optional<Alike> compare(OpenIncident incident, Telling told, Set<String> words, CallMatching rules) {
        Duration since = Duration.between(incident.openedAt(), told.at());
        if (since.compareTo(rules.within()) > 0) {
            return Optional.empty();
        }
        Set<String> shared = new TreeSet<>(words);
        shared.retainAll(words(incident.words(), rules));
        boolean sameType = incident.type().equals(told.type());
        Coordinate one = incident.point();
        Coordinate other = told.point();
        long metres = one != null && other != null ? metres(one, other) : Long.MAX_VALUE;
        boolean placed = metres != Long.MAX_VALUE;
        boolean alike = placed
                ? metres <= rules.withinMetres() && (sameType || told.type().isEmpty() || !shared.isEmpty())
                : shared.size() >= rules.wordsShared();
        return alike ? Optional.of(new Alike(incident, metres, sameType, shared, since)) : Optional.empty();
    }

    private static List<String> because(Alike alike) {
        var because = new ArrayList<String>();
        if (alike.metres() != Long.MAX_VALUE) {
            because.add(alike.metres() == 0 ? "the same place" : "%,d m away".formatted(alike.metres()));
        }
        long seconds = Math.max(0, alike.since().toSeconds());
        because.add(seconds < 120 ? "opened %d s ago".formatted(seconds) : "opened %d min ago".formatted(seconds / 60));
        if (alike.sameType()) {
            because.add("the same type");
        }
        if (!alike.shared().isEmpty()) {
            because.add(alike.shared().stream()
                    .limit(SHOWN_WORDS_MAX)
                    .map("“%s”"::formatted)
                    .collect(Collectors.joining(", ", "also said: ", "")));
        }
        return because;
    }

    /// Words that say something, without the ordinary ones.
    static Set<String> words(String said, CallMatching rules) {
        return Stream.of(said.toLowerCase(Locale.UK).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> word.length() >= rules.lettersMin())
                .filter(word -> !rules.ordinary().contains(word))
                .collect(Collectors.toSet());
    }

    /// The distance on the ground, good to a metre within a city.
    static long metres(Coordinate one, Coordinate other) {
        double north = (one.latitude() - other.latitude()) * METRES_PER_DEGREE;
        double east = (one.longitude() - other.longitude())
                * METRES_PER_DEGREE
                * Math.cos(Math.toRadians((one.latitude() + other.latitude()) / 2));
        return Math.round(Math.hypot(north, east));
    }
}
