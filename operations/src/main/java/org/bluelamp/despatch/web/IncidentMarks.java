package org.bluelamp.despatch.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.policy.Policies;
import org.springframework.stereotype.Component;

/// The open incidents somebody may see on the map. A restricted incident is never told to a map, not even to those
/// named on it: one answer serves everybody of a sight.
@Component
class IncidentMarks {
    private static final ActorId NOBODY = new ActorId("system/live");

    private final Incidents incidents;
    private final Policies policies;
    private final ServiceClock clock;

    IncidentMarks(Incidents incidents, Policies policies, ServiceClock clock) {
        this.incidents = incidents;
        this.policies = policies;
        this.clock = clock;
    }

    /// In the order of the board; an incident whose place nobody knows has no mark.
    List<MapMark> seenFrom(Optional<BoroughCode> borough) {
        Sight sight = new Sight(NOBODY, borough.orElse(null));
        GradingScheme scheme =
                policies.inForce(GradingScheme.KIND, clock.now()).rows().getFirst();
        List<IncidentView> open = incidents.open(sight);
        return IntStream.range(0, open.size())
                .mapToObj(rank -> mark(rank, open.get(rank), scheme))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MapMark> mark(int rank, IncidentView view, GradingScheme scheme) {
        Coordinate at = view.point();
        if (at == null) {
            return Optional.empty();
        }
        String number = view.incident().toString();
        String where = view.locality() == null ? "" : ", " + view.locality();
        return Optional.of(new MapMark(
                "mark-incident-" + number,
                "incidents",
                "%05d".formatted(rank),
                "disc",
                view.grade().code(),
                "",
                tone(scheme.rankOf(view.grade())),
                scheme.typeLabel(view.type()),
                "#%d%s, grade %s"
                        .formatted(view.incident().number(), where, view.grade().code()),
                at.latitude(),
                at.longitude(),
                null,
                "/incidents/" + number));
    }

    /// The colour goes by how urgent the grade is in its scheme; its letter is always written.
    private static String tone(int rank) {
        return switch (rank) {
            case 0 -> "bad";
            case 1 -> "warn";
            case 2 -> "info";
            default -> "plain";
        };
    }
}
