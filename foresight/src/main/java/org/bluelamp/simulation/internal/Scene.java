package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.util.List;

/// How incidents of a type go once somebody is there: how long the middle one takes, how many units are sent, and how
/// they end, each result as often as its weight.
record Scene(Duration median, int units, List<String> results, int[] weights) {
    Scene {
        results = List.copyOf(results);
        weights = weights.clone();
    }

    String result(Chance chance) {
        return results.get(chance.weighted(weights));
    }
}
