package org.bluelamp.despatch.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.despatch.Fix;
import org.bluelamp.despatch.UnitPosition;
import org.bluelamp.despatch.UnitPositions;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.Areas;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The units somebody may see on the map: service-wide roles see all; a borough's roles those that serve the borough,
/// and those of others while they are in it.
@Component
class UnitMarks {
    private static final Sight ALL = new Sight(new ActorId("system/live"), null);

    private final UnitPositions positions;
    private final Units units;
    private final Policies policies;
    private final Areas areas;
    private final ServiceClock clock;

    UnitMarks(UnitPositions positions, Units units, Policies policies, Areas areas, ServiceClock clock) {
        this.positions = positions;
        this.units = units;
        this.policies = policies;
        this.areas = areas;
        this.clock = clock;
    }

    List<MapMark> seenFrom(Optional<BoroughCode> borough) {
        Instant now = clock.now();
        UnitStatuses statuses = policies.inForce(UnitStatuses.KIND, now).rows().getFirst();
        Map<String, UnitView> onDuty = units.onDuty(ALL).stream()
                .collect(Collectors.toMap(unit -> unit.callsign().text(), Function.identity(), (first, _) -> first));
        return positions.latest().stream()
                .map(UnitPosition::fix)
                .filter(fix -> borough.isEmpty()
                        || sees(borough.get(), onDuty.get(fix.unit().text()), fix, now))
                .map(fix -> Optional.ofNullable(onDuty.get(fix.unit().text()))
                        .map(unit -> mark(fix, unit, statuses))
                        .orElseGet(() -> mark(fix, "–", "plain", "not on duty")))
                .toList();
    }

    private boolean sees(BoroughCode borough, @Nullable UnitView unit, Fix fix, Instant now) {
        return unit != null && borough.equals(unit.borough())
                || areas.at(fix.at(), AreaKind.BOROUGH, LocalDate.ofInstant(now, ZoneOffset.UTC))
                        .filter(area -> area.code().text().equals(borough.code()))
                        .isPresent();
    }

    private static MapMark mark(Fix fix, UnitView unit, UnitStatuses statuses) {
        String label = statuses.of(unit.status()).label();
        String incident = unit.incident() == null ? "" : " #" + unit.incident().number();
        return mark(fix, sign(unit.status()), tone(unit.status()), label + incident);
    }

    private static MapMark mark(Fix fix, String sign, String tone, String words) {
        String unit = fix.unit().text();
        return new MapMark(
                "mark-unit-" + unit,
                "units",
                unit,
                "tag",
                unit,
                sign,
                tone,
                unit,
                words,
                fix.at().latitude(),
                fix.at().longitude(),
                fix.when(),
                null);
    }

    /// What is written before the callsign, so that a status is told without its colour.
    private static String sign(UnitStatus status) {
        return switch (status) {
            case AVAILABLE, PATROLLING -> "○";
            case SENT -> "▹";
            case ON_THE_WAY -> "▸";
            case AT_SCENE -> "■";
            case DEPLOYABLE -> "□";
            case CUSTODY -> "▪";
            case AT_STATION -> "△";
            case MEAL_BREAK, NOT_AVAILABLE -> "×";
        };
    }

    private static String tone(UnitStatus status) {
        return switch (status) {
            case AVAILABLE, PATROLLING, AT_STATION -> "good";
            case SENT, ON_THE_WAY -> "info";
            case AT_SCENE, DEPLOYABLE -> "warn";
            case CUSTODY, MEAL_BREAK, NOT_AVAILABLE -> "plain";
        };
    }
}
