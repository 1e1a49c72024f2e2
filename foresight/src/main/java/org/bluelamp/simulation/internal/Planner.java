package org.bluelamp.simulation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.PersonId;
import org.bluelamp.workforce.TourRequest;
import org.bluelamp.workforce.TourView;
import org.bluelamp.workforce.Tours;

/// The operations supervisor who keeps the roster filled to the end of tomorrow.
final class Planner implements Actor {
    /// So that the rest of the world need not wait for the roster. Units: tours planned in one step.
    private static final int PLANNED_AT_ONCE = 2;

    private static final int DAYS_AHEAD = 1;

    private final Tours tours;
    private final Cast cast;
    private final Outcomes outcomes;
    private final RosterModel model;
    private final BoroughCode borough;
    private final ZoneId zone;
    private final Set<LocalDate> full = new HashSet<>();

    Planner(Tours tours, Cast cast, Outcomes outcomes, RosterModel model, Home home) {
        this.tours = tours;
        this.cast = cast;
        this.outcomes = outcomes;
        this.model = model;
        this.borough = home.borough();
        this.zone = home.zone();
    }

    /// Where the demo world is.
    record Home(BoroughCode borough, ZoneId zone) {}

    @Override
    public void act(Instant now) {
        if (officers().size() < Recruits.OFFICERS) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        for (int ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = today.plusDays(ahead);
            if (!full.contains(day)) {
                plan(day, now);
                return;
            }
        }
    }

    private void plan(LocalDate day, Instant now) {
        Optional<Seat> planner = cast.one("BOROUGH_OPERATIONS_SUPERVISOR", Optional.of(borough), 0);
        if (planner.isEmpty()) {
            return;
        }
        Set<TourRef> known = tours.planned(day).stream().map(TourView::tour).collect(Collectors.toSet());
        List<TourRequest.Plan> missing = model.of(day, officers()).stream()
                .filter(plan ->
                        !known.contains(plan.tour()) && plan.plan().until().isAfter(now))
                .toList();
        missing.stream()
                .limit(PLANNED_AT_ONCE)
                .forEach(plan -> outcomes.ask(
                        "tours planned", () -> tours.handle(plan, planner.get().act(now))));
        if (missing.size() <= PLANNED_AT_ONCE) {
            full.removeIf(old -> old.isBefore(day.minusDays(3)));
            full.add(day);
        }
    }

    private List<PersonId> officers() {
        return cast.everybody("RESPONSE_OFFICER").stream()
                .filter(seat -> seat.borough().equals(Optional.of(borough)))
                .map(Seat::person)
                .toList();
    }
}
