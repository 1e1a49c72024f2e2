package org.bluelamp.geography.internal;

import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bluelamp.kernel.TravelBy;

/// One way to travel as `roads/profiles.json` says it.
///
/// Units: kilometres an hour by class of road, `elsewhereKmh` on every other class; `estimateKmh` and `detourPercent`
/// (of the great circle) where there is no road to go by. `keepsLimits`: never faster than the road's limit.
record RoadProfile(
        String name,
        String label,
        Moves moves,
        boolean keepsLimits,
        Map<String, Integer> kmh,
        int elsewhereKmh,
        int estimateKmh,
        int detourPercent) {
    private static final int KMH_MAX = 200;

    /// Where somebody may go at all, and which one-way streets bind them.
    enum Moves {
        CAR,
        CYCLE,
        FOOT;

        String access() {
            return switch (this) {
                case CAR -> "car_access";
                case CYCLE -> "bike_access";
                case FOOT -> "foot_access";
            };
        }
    }

    RoadProfile {
        kmh = Map.copyOf(kmh);
        List<Integer> speeds = java.util.stream.Stream.concat(
                        kmh.values().stream(), java.util.stream.Stream.of(elsewhereKmh, estimateKmh))
                .toList();
        if (speeds.stream().anyMatch(speed -> speed < 1 || speed > KMH_MAX)) {
            throw new IllegalArgumentException(
                    "The speeds of (%s) must be from 1 to %d km/h.".formatted(name, KMH_MAX));
        }
        if (detourPercent < 100) {
            throw new IllegalArgumentException(
                    "The detour of (%s) is at least 100 percent, not %d.".formatted(name, detourPercent));
        }
    }

    TravelBy travelBy() {
        return new TravelBy(name);
    }

    /// As the road library takes it: only the quickest way counts, in whole classes of road.
    Profile forGraph() {
        var model = new CustomModel().setDistanceInfluence(0d);
        model.addToPriority(Statement.If("!" + moves.access(), Statement.Op.MULTIPLY, "0"));
        int fastest = kmh.values().stream().max(Comparator.naturalOrder()).orElse(elsewhereKmh);
        model.addToSpeed(Statement.If("true", Statement.Op.LIMIT, Integer.toString(Math.max(fastest, elsewhereKmh))));
        boolean first = true;
        for (var road :
                kmh.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            String is = "road_class == " + road.getKey().toUpperCase(Locale.ROOT);
            String at = road.getValue().toString();
            model.addToSpeed(
                    first ? Statement.If(is, Statement.Op.LIMIT, at) : Statement.ElseIf(is, Statement.Op.LIMIT, at));
            first = false;
        }
        if (!first) {
            model.addToSpeed(Statement.Else(Statement.Op.LIMIT, Integer.toString(elsewhereKmh)));
        }
        if (keepsLimits && moves == Moves.CAR) {
            model.addToSpeed(Statement.If("true", Statement.Op.LIMIT, "max_speed"));
        }
        return new Profile(graphName()).setCustomModel(model);
    }

    /// The library's names have no hyphen.
    String graphName() {
        return name.replace('-', '_');
    }
}
