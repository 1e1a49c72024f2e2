package org.bluelamp.geography.decide;

import java.util.List;
import org.bluelamp.geography.Place;
import org.bluelamp.geography.Resolution;

/// Decides whether candidates name one place.
public final class Resolve {
    /// A candidate below this is no answer at all, in thousandths.
    static final int NEAR_MIN = 400;
    /// A misspelt name counts as meant from here, in thousandths.
    static final int MEANT_MIN = 550;
    /// And only if it stands this far before the next other name, in thousandths.
    static final int AHEAD_MIN = 100;
    /// Asked letter by letter.
    static final int EXACT = 1000;

    private Resolve() {}

    /// Decides on candidates in order of score, the highest first.
    ///
    /// A name asked letter by letter stands alone, whatever else is near. A misspelt one is meant where it is near
    /// enough and well ahead. A meant name with one place is found; with several (another borough, a part far away)
    /// it is a choice among exactly these. Otherwise all near candidates are the choice.
    /// Units: scores in thousandths.
    /// Errors: never throws.
    /// Source: D1; a despatch to the same street in another borough is the field's classic fault.
    public static Resolution decide(List<Place> candidates) {
        List<Place> near =
                candidates.stream().filter(place -> place.score() >= NEAR_MIN).toList();
        if (near.isEmpty()) {
            return new Resolution.Unknown();
        }
        Place best = near.getFirst();
        List<Place> same = near.stream().filter(place -> sameName(place, best)).toList();
        int next = near.stream()
                .filter(place -> !sameName(place, best))
                .mapToInt(Place::score)
                .max()
                .orElse(0);
        boolean meant =
                best.score() == EXACT && next < EXACT || best.score() >= MEANT_MIN && best.score() - next >= AHEAD_MIN;
        if (!meant) {
            return new Resolution.Choose(near);
        }
        List<Place> equals =
                same.stream().filter(place -> place.score() == best.score()).toList();
        return equals.size() == 1 ? new Resolution.Found(best) : new Resolution.Choose(equals);
    }

    private static boolean sameName(Place one, Place other) {
        return one.kind() == other.kind() && one.name().equalsIgnoreCase(other.name());
    }
}
