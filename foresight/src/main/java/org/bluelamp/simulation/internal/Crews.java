package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.PersonId;
import org.bluelamp.workforce.TourRequest;
import org.bluelamp.workforce.TourView;
import org.bluelamp.workforce.Tours;

/// Crews that book themselves on at the beginning of their tour and off at its end, once they are free.
final class Crews implements Actor {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(20);
    private static final Duration NOT_WORTH_IT = Duration.ofMinutes(30);

    private final Tours tours;
    private final Cast cast;
    private final Outcomes outcomes;
    private final OfficerModel model;
    private final Predicate<TourRef> committed;
    private final ZoneId zone;
    private Instant looksAt = Instant.MIN;

    Crews(Tours tours, Cast cast, Outcomes outcomes, OfficerModel model, Predicate<TourRef> committed, ZoneId zone) {
        this.tours = tours;
        this.cast = cast;
        this.outcomes = outcomes;
        this.model = model;
        this.committed = committed;
        this.zone = zone;
    }

    @Override
    public void act(Instant now) {
        if (now.isBefore(looksAt)) {
            return;
        }
        looksAt = now.plus(LOOKS_EVERY);
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<TourView> seen = Stream.of(today.minusDays(1), today)
                .flatMap(day -> tours.planned(day).stream())
                .filter(tour -> tour.people().stream().noneMatch(cast::visits))
                .toList();
        seen.stream().filter(tour -> goesOff(tour, now)).forEach(tour -> bookOff(tour, now));
        Set<Callsign> onTheAir = seen.stream()
                .filter(tour -> tour.stage() == TourView.Stage.ON)
                .map(TourView::callsign)
                .collect(Collectors.toSet());
        seen.stream()
                .filter(tour -> comesOn(tour, now) && !onTheAir.contains(tour.callsign()))
                .forEach(tour -> bookOn(tour, now));
    }

    private boolean goesOff(TourView tour, Instant now) {
        return tour.stage() == TourView.Stage.ON
                && !now.isBefore(tour.until().plus(model.bookedOffAfter(tour.tour())))
                && !committed.test(tour.tour());
    }

    private boolean comesOn(TourView tour, Instant now) {
        return tour.stage() == TourView.Stage.PLANNED
                && !now.isBefore(tour.from().plus(model.bookedOnAfter(tour.tour())))
                && now.isBefore(tour.until().minus(NOT_WORTH_IT));
    }

    private void bookOn(TourView tour, Instant now) {
        var request = new TourRequest.BookOn(tour.tour(), tour.borough(), now, Optional.of("CHARING-CROSS"));
        outcomes.ask("crews booked on", () -> tours.handle(request, seat(tour).act(now)));
    }

    private void bookOff(TourView tour, Instant now) {
        var request = new TourRequest.BookOff(tour.tour(), tour.borough(), now);
        outcomes.ask("crews booked off", () -> tours.handle(request, seat(tour).act(now)));
    }

    /// The first of the crew, at the terminal in the car.
    static Seat seat(TourView tour) {
        PersonId first = tour.people().getFirst();
        return new Seat(first, new RoleCode("RESPONSE_OFFICER"), tour.borough());
    }
}
