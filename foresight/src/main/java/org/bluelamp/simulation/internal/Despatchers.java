package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.UnitStatus;
import org.bluelamp.control.UnitView;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.kernel.TravelBy;

/// Despatchers who read the one queue from its top and send the nearest suitable free unit; for the most urgent grade,
/// where nobody is free, they divert a unit that is on its way to something that can wait.
final class Despatchers implements Actor {
    private static final String ROLE = "COMMUNICATIONS_OFFICER";
    /// A visitor at a despatcher's desk is given so long to be first.
    private static final Duration GRACE = Duration.ofSeconds(90);

    /// A crew is not sent out again so shortly before its tour ends.
    private static final Duration GOES_HOME_WITHIN = Duration.ofMinutes(15);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(4);
    private static final Set<UnitStatus> FREE =
            Set.of(UnitStatus.AVAILABLE, UnitStatus.PATROLLING, UnitStatus.AT_STATION);
    private static final Set<UnitStatus> ON_THE_WAY = Set.of(UnitStatus.SENT, UnitStatus.ON_THE_WAY);
    private static final Set<UnitStatus> THERE = Set.of(UnitStatus.AT_SCENE, UnitStatus.DEPLOYABLE);

    private final Room room;
    private final Cast cast;
    private final Outcomes outcomes;
    private final DespatcherModel model;
    private final OfficerModel officers;
    private final Function<UnitView, Coordinate> where;
    private Instant looksAt = Instant.MIN;
    private int turn;

    Despatchers(
            Room room,
            Cast cast,
            Outcomes outcomes,
            DespatcherModel model,
            OfficerModel officers,
            Function<UnitView, Coordinate> where) {
        this.room = room;
        this.cast = cast;
        this.outcomes = outcomes;
        this.model = model;
        this.officers = officers;
        this.where = where;
    }

    @Override
    public void act(Instant now) {
        if (now.isBefore(looksAt)) {
            return;
        }
        looksAt = now.plus(LOOKS_EVERY);
        cast.one(ROLE, Optional.empty(), turn++).ifPresent(seat -> despatch(seat, now));
    }

    private void despatch(Seat seat, Instant now) {
        GradingScheme scheme = room.policies().inForce(GradingScheme.KIND, now).only();
        List<IncidentView> open = room.open(seat);
        List<DespatcherModel.Need> needs = open.stream()
                .flatMap(incident -> need(incident, scheme).stream())
                .toList();
        Duration grace = cast.visited(ROLE) ? GRACE : Duration.ZERO;
        List<DespatcherModel.Need> read = model.read(needs, grace, now);
        if (read.isEmpty()) {
            return;
        }
        List<UnitView> units = room.units().onDuty(seat.sight()).stream()
                .filter(unit -> unit.crew().stream().noneMatch(cast::visits)
                        && unit.until().minus(GOES_HOME_WITHIN).isAfter(now))
                .toList();
        List<DespatcherModel.Send> sends = model.send(read, free(units, read));
        sends.forEach(send -> send(send, seat, now));
        Set<?> served = sends.stream().map(DespatcherModel.Send::incident).collect(Collectors.toSet());
        read.stream()
                .filter(need -> need.rank() == 0 && need.unserved() && !served.contains(need.incident()))
                .forEach(need -> divert(need, units, open, scheme).ifPresent(unit -> divert(need, unit, seat, now)));
    }

    private Optional<DespatcherModel.Need> need(IncidentView incident, GradingScheme scheme) {
        boolean waits = incident.stage() == IncidentView.Stage.WAITING
                || incident.stage() == IncidentView.Stage.ASSIGNED
                || incident.stage() == IncidentView.Stage.ATTENDED
                        && incident.units().isEmpty();
        boolean wanted = waits
                && scheme.grade(incident.grade())
                        .map(GradingScheme.GradeRow::deploys)
                        .orElse(true)
                && incident.sameAs() == null;
        int missing = officers.scene(incident.type()).units() - incident.units().size();
        if (!wanted || missing <= 0) {
            return Optional.empty();
        }
        int rank = scheme.rankOf(incident.grade());
        Instant diverted = incident.divertedAt();
        return Optional.of(new DespatcherModel.Need(
                incident.incident(),
                rank,
                diverted == null ? incident.openedAt() : diverted,
                missing,
                incident.units().isEmpty(),
                new DespatcherModel.Suits(Suited.kinds(incident.type(), rank), incident.point())));
    }

    private List<DespatcherModel.Free> free(List<UnitView> units, List<DespatcherModel.Need> read) {
        List<UnitView> free =
                units.stream().filter(unit -> FREE.contains(unit.status())).toList();
        List<Map<TourRef, Duration>> travel =
                read.stream().map(need -> travel(need, free)).toList();
        return free.stream()
                .map(unit -> new DespatcherModel.Free(
                        unit.unit(),
                        unit.kind(),
                        travel.stream().map(each -> each.get(unit.unit())).toList()))
                .toList();
    }

    /// How long each unit takes to a need, each by its own way to travel; a place nobody knows is as far from all.
    private Map<TourRef, Duration> travel(DespatcherModel.Need need, List<UnitView> units) {
        var takes = new HashMap<TourRef, Duration>();
        Coordinate place = need.suits().place();
        Map<TravelBy, List<UnitView>> by =
                units.stream().collect(Collectors.groupingBy(unit -> Suited.by(unit.kind(), need.rank())));
        by.forEach((way, those) -> {
            if (place == null) {
                those.forEach(unit -> takes.put(unit.unit(), Duration.ZERO));
                return;
            }
            var starts = new ArrayList<Coordinate>();
            those.forEach(unit -> starts.add(where.apply(unit)));
            var travels = room.travel().to(place, starts, way);
            for (int i = 0; i < those.size(); i++) {
                takes.put(those.get(i).unit(), travels.get(i).takes());
            }
        });
        return takes;
    }

    private void send(DespatcherModel.Send send, Seat seat, Instant now) {
        String key = "send-%s-%s-%d".formatted(send.incident(), send.tour().callsign(), now.getEpochSecond());
        var request =
                new IncidentRequest.Assign(seat.asked(EnteredHow.SCREEN, now, key), send.incident(), send.tour(), "");
        outcomes.ask("units sent", () -> room.incidents().handle(request));
    }

    /// The nearest unit on its way to something less urgent.
    private Optional<UnitView> divert(
            DespatcherModel.Need need, List<UnitView> units, List<IncidentView> open, GradingScheme scheme) {
        Coordinate place = need.suits().place();
        if (place == null) {
            return Optional.empty();
        }
        Map<IncidentRef, Integer> ranks = open.stream()
                .collect(Collectors.toMap(IncidentView::incident, incident -> scheme.rankOf(incident.grade())));
        return units.stream()
                .filter(unit -> mayLeave(unit, ranks) && need.suits().kinds().contains(unit.kind()))
                .min(Comparator.comparingDouble(unit -> Places.metres(where.apply(unit), place)));
    }

    /// On its way to what is not of the most urgent grade, or at something that can wait longest.
    private static boolean mayLeave(UnitView unit, Map<IncidentRef, Integer> ranks) {
        IncidentRef on = unit.incident();
        int rank = on == null ? 0 : ranks.getOrDefault(on, 0);
        return rank > 0 && ON_THE_WAY.contains(unit.status()) || rank > 1 && THERE.contains(unit.status());
    }

    private void divert(DespatcherModel.Need need, UnitView unit, Seat seat, Instant now) {
        String key = "divert-%s-%s-%d".formatted(need.incident(), unit.callsign(), now.getEpochSecond());
        var request = new IncidentRequest.Divert(
                seat.asked(EnteredHow.SCREEN, now, key), need.incident(), unit.unit(), "Nearest; the other can wait.");
        outcomes.ask("units diverted", () -> room.incidents().handle(request));
    }
}
