package org.bluelamp.workforce.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.UnitCode;
import org.bluelamp.workforce.CrewMember;
import org.bluelamp.workforce.DutyEvent;
import org.bluelamp.workforce.SkillHeld;
import org.bluelamp.workforce.TourEvent;
import org.bluelamp.workforce.TourPlan;
import org.bluelamp.workforce.TourRefusal;
import org.bluelamp.workforce.TourRequest;
import org.bluelamp.workforce.UnitKind;
import org.junit.jupiter.api.Test;

/// What holds for every order of requests. Seeded; the seed stands in every message.
class TourPropertiesTest {
    private static final int CASES = 1_000;
    private static final long SEED = 20_261_123L;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant START = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final DecideTour.Lists LISTS = new DecideTour.Lists(
            Map.of("RESPONSE", kind("RESPONSE", 1, Set.of()), "DOG", kind("DOG", 1, Set.of("DOG_HANDLER"))),
            Set.of("DOG_HANDLER", "FIRST_AID"));

    private static UnitKind kind(String code, int crewMin, Set<String> needs) {
        return new UnitKind(code, code, crewMin, 3, needs, Duration.ofHours(1), Duration.ofHours(6));
    }

    /// A roster of a few callsigns and people, and everything that was decided about them.
    private static final class World {
        final Map<TourRef, List<TourEvent>> tours = new TreeMap<>(java.util.Comparator.comparing(TourRef::toString));
        final Map<String, List<DutyEvent>> duties = new HashMap<>();

        Decision<DecideTour.Change, TourRefusal> ask(TourRequest request) {
            Tour tour = Tour.from(tours.getOrDefault(request.tour(), List.of()));
            var read = new HashMap<String, Duty>();
            for (int person = 1; person <= 6; person++) {
                read(read, "p-" + person);
            }
            for (String callsign : List.of("MP1", "MP2", "MP3")) {
                read(read, callsign);
            }
            var decision = DecideTour.decide(tour, read, request, LISTS);
            if (decision
                    instanceof Decision.Accepted<DecideTour.Change, TourRefusal>(List<DecideTour.Change> changes)) {
                tours.computeIfAbsent(request.tour(), _ -> new ArrayList<>())
                        .addAll(changes.getFirst().tour());
                changes.getFirst()
                        .duties()
                        .forEach((holder, events) -> duties.computeIfAbsent(holder, _ -> new ArrayList<>())
                                .addAll(events));
            }
            return decision;
        }

        private void read(Map<String, Duty> into, String holder) {
            into.put(holder, Duty.from(holder, duties.getOrDefault(holder, List.of())));
        }
    }

    private static TourPlan plan(Instant from, Instant until, String kind) {
        return new TourPlan(
                kind, Optional.empty(), new UnitCode("BOCU-CAMDEN"), from, until, Optional.empty(), Set.of());
    }

    private static TourRequest any(Random random) {
        var tour = new TourRef(DAY, new Callsign("MP" + (1 + random.nextInt(3))), 1 + random.nextInt(4));
        Instant at = START.plus(Duration.ofHours(random.nextInt(24)));
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                new TourRequest.Plan(
                        tour,
                        Optional.empty(),
                        plan(at, at.plus(Duration.ofHours(1 + random.nextInt(8))), "RESPONSE"),
                        crew(random));
            case 2 -> new TourRequest.Crew(tour, Optional.empty(), crew(random));
            case 3 -> new TourRequest.BookOn(tour, Optional.empty(), at, Optional.empty());
            case 4 -> new TourRequest.BookOff(tour, Optional.empty(), at);
            default -> new TourRequest.Withdraw(tour, Optional.empty(), at, PersonalText.of(""));
        };
    }

    private static List<CrewMember> crew(Random random) {
        var people = new java.util.TreeSet<Integer>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            people.add(1 + random.nextInt(6));
        }
        return people.stream()
                .map(number -> new CrewMember(PersonId.of(number), List.of(new SkillHeld("FIRST_AID", null))))
                .toList();
    }

    @Test
    void nobody_is_on_two_tours_at_once_and_no_callsign_is_on_the_air_twice() {
        int booked = 0;
        for (int run = 0; run < CASES; run++) {
            var random = new Random(SEED + run);
            var world = new World();
            for (int step = 0; step < 60; step++) {
                world.ask(any(random));
                var onNow = new ArrayList<String>();
                world.tours.forEach((tour, events) -> {
                    if (Tour.from(events) instanceof Tour.On(TourPlan _, List<CrewMember> crew)) {
                        onNow.addAll(DecideTour.holders(tour, crew));
                    }
                });
                booked += onNow.size();
                assertThat(onNow).as("seed %d, step %d", SEED + run, step).doesNotHaveDuplicates();
            }
        }
        assertThat(booked).as("the property was about something").isGreaterThan(CASES);
    }

    @Test
    void no_roster_has_anybody_twice_at_a_time() {
        for (int run = 0; run < CASES; run++) {
            var random = new Random(SEED + run);
            var world = new World();
            for (int step = 0; step < 60; step++) {
                world.ask(any(random));
            }
            var spells = new HashMap<String, List<TourPlan>>();
            world.tours.forEach((tour, events) -> {
                switch (Tour.from(events)) {
                    case Tour.Planned(TourPlan plan, List<CrewMember> crew) ->
                        DecideTour.holders(tour, crew)
                                .forEach(holder -> spells.computeIfAbsent(holder, _ -> new ArrayList<>())
                                        .add(plan));
                    case Tour.NotPlanned _, Tour.On _, Tour.Over _ -> {}
                }
            });
            long seed = SEED + run;
            spells.forEach((holder, plans) -> plans.forEach(one -> assertThat(plans.stream()
                            .filter(other -> other != one
                                    && other.from().isBefore(one.until())
                                    && one.from().isBefore(other.until())))
                    .as("seed %d, %s", seed, holder)
                    .isEmpty()));
        }
    }

    @Test
    void a_tour_that_needs_a_skill_is_not_booked_on_when_the_skill_is_out_of_date() {
        var world = new World();
        var tour = TourRef.of("2026-11-22-MP1-1");
        var outOfDate = new CrewMember(PersonId.of(1), List.of(new SkillHeld("DOG_HANDLER", DAY.minusDays(1))));
        Instant from = START.plus(Duration.ofHours(7));
        world.ask(new TourRequest.Plan(
                tour, Optional.empty(), plan(from, from.plus(Duration.ofHours(8)), "DOG"), List.of(outOfDate)));
        var bookOn = new TourRequest.BookOn(tour, Optional.empty(), from, Optional.empty());
        assertThat(world.ask(bookOn)).isEqualTo(Decision.refuse(new TourRefusal.SkillMissing(tour, "DOG_HANDLER")));

        var inDate = new CrewMember(PersonId.of(1), List.of(new SkillHeld("DOG_HANDLER", DAY)));
        world.ask(new TourRequest.Crew(tour, Optional.empty(), List.of(inDate)));
        assertThat(world.ask(bookOn)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_crew_that_is_still_out_does_not_book_on_for_its_next_tour() {
        var world = new World();
        var early = TourRef.of("2026-11-22-MP1-1");
        var late = TourRef.of("2026-11-22-MP2-1");
        var crew = List.of(new CrewMember(PersonId.of(1), List.of()));
        Instant seven = START.plus(Duration.ofHours(7));
        Instant three = START.plus(Duration.ofHours(15));
        world.ask(new TourRequest.Plan(early, Optional.empty(), plan(seven, three, "RESPONSE"), crew));
        world.ask(new TourRequest.Plan(
                late, Optional.empty(), plan(three, three.plus(Duration.ofHours(8)), "RESPONSE"), crew));
        world.ask(new TourRequest.BookOn(early, Optional.empty(), seven, Optional.empty()));

        var on = new TourRequest.BookOn(late, Optional.empty(), three.plusSeconds(60), Optional.empty());
        assertThat(world.ask(on)).isEqualTo(Decision.refuse(new TourRefusal.BoundElsewhere("p-1", early)));
        world.ask(new TourRequest.BookOff(early, Optional.empty(), three.plusSeconds(90)));
        assertThat(world.ask(on)).isInstanceOf(Decision.Accepted.class);
    }
}
