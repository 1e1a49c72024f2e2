package org.bluelamp.geography.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.TravelBy;
import org.bluelamp.kernel.TravelTimes;
import org.springframework.stereotype.Component;

/// Travel by the roads that are loaded, or an honest estimate until some are.
@Component
final class RoadTravel implements TravelTimes {
    private final RoadProfiles profiles = RoadProfiles.shipped();
    private volatile Optional<RoadGraph> roads = Optional.empty();

    RoadProfiles profiles() {
        return profiles;
    }

    Optional<RoadGraph> roads() {
        return roads;
    }

    /// From now on travel goes by these roads. What searches the roads before goes on undisturbed.
    void use(RoadGraph graph) {
        roads = Optional.of(graph);
    }

    @Override
    public List<Travel> to(Coordinate place, List<Coordinate> starts, TravelBy by) {
        if (starts.size() > STARTS_MAX) {
            throw new IllegalArgumentException(
                    "One question has at most %d starts, not %d.".formatted(STARTS_MAX, starts.size()));
        }
        RoadProfile profile = profiles.of(by);
        return roads.map(graph -> graph.to(place, starts, by))
                .orElseGet(() -> starts.stream()
                        .map(start -> Estimates.travel(start, place, profile, Basis.NO_ROADS))
                        .toList());
    }

    @Override
    public Route route(Coordinate from, Coordinate to, TravelBy by) {
        RoadProfile profile = profiles.of(by);
        return roads.map(graph -> graph.route(from, to, by))
                .orElseGet(() -> Estimates.route(from, to, profile, Basis.NO_ROADS));
    }

    @Override
    public Set<TravelBy> known() {
        return profiles.names();
    }
}
