package org.bluelamp.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Coordinate;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.UnitCode;
import org.bluelamp.workforce.TourRequest;
import org.junit.jupiter.api.Test;

/// The actors' models: pure, and the same again for the same seed.
class ModelsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Demand DEMAND = Material.demand();
    private static final Places PLACES = Material.places();

    private static CallerModel callers(long seed) {
        return new CallerModel(
                seed, new CallerModel.Borough(DEMAND, PLACES, Material.words(), World.CALLS_A_DAY), LONDON);
    }

    @Test
    void the_same_seed_makes_the_same_calls_however_they_are_asked_for() {
        Instant evening = MONDAY.plus(Duration.ofHours(21));
        List<Call> whole = callers(7).calls(MONDAY, evening);
        var minutes = new ArrayList<Call>();
        for (Instant at = MONDAY; at.isBefore(evening); at = at.plus(Duration.ofMinutes(7))) {
            minutes.addAll(callers(7).calls(at, at.plus(Duration.ofMinutes(7))));
        }
        assertThat(minutes).isEqualTo(whole);
        assertThat(callers(8).calls(MONDAY, evening)).isNotEqualTo(whole);
        assertThat(whole.stream().map(Call::id)).doesNotHaveDuplicates();
    }

    @Test
    void callers_come_as_often_by_day_and_hour_as_the_real_ones() {
        int days = 60;
        var byHour = new int[Demand.HOURS];
        List<Call> calls = callers(11).calls(MONDAY, MONDAY.plus(Duration.ofDays(days)));
        long own = calls.stream().filter(call -> call.first().isEmpty()).count();
        double expected = (double) days * World.CALLS_A_DAY;
        assertThat((double) own).isBetween(expected - 4 * Math.sqrt(expected), expected + 4 * Math.sqrt(expected));
        calls.stream()
                .filter(call -> call.first().isEmpty())
                .forEach(call -> byHour[call.at().atZone(LONDON).getHour()]++);
        for (int hour = 0; hour < Demand.HOURS; hour++) {
            double mean = days * DEMAND.inAnHour(hour, World.CALLS_A_DAY);
            assertThat((double) byHour[hour])
                    .as("calls from %d o'clock", hour)
                    .isBetween(mean - 5 * Math.sqrt(mean), mean + 5 * Math.sqrt(mean));
        }
    }

    @Test
    void the_real_demand_is_read_whole_and_every_type_has_words_and_a_scene() {
        assertThat(DEMAND.calls()).isEqualTo(5_802);
        assertThat(DEMAND.calls(16)).isGreaterThan(2 * DEMAND.calls(4));
        for (String type : DEMAND.types()) {
            assertThat(Material.words().get(type)).as(type).isNotEmpty();
            assertThat(Material.scenes()).as(type).containsKey(type);
        }
        assertThat(PLACES.streets()).hasSizeGreaterThan(1_000);
        assertThat(PLACES.fires()).hasSize(252);
    }

    @Test
    void nobody_of_the_demo_world_has_a_telephone_number_that_somebody_could_have() {
        assertThat(callers(3).calls(MONDAY, MONDAY.plus(Duration.ofDays(3))))
                .allSatisfy(call -> assertThat(call.number()).matches("07700 900\\d{3}|020 7946 0\\d{3}"));
    }

    @Test
    void the_roster_gives_every_officer_one_tour_a_day_and_twenty_units_to_each_team() {
        List<PersonId> officers = IntStream.rangeClosed(1, Recruits.OFFICERS)
                .mapToObj(PersonId::of)
                .toList();
        var model = new RosterModel(new BoroughCode("E09000033"), new UnitCode("BOCU-WESTMINSTER"), LONDON);
        List<TourRequest.Plan> plans = model.of(LocalDate.of(2026, 11, 23), officers);
        assertThat(plans.stream().flatMap(plan -> plan.crew().stream()).map(member -> member.person()))
                .doesNotHaveDuplicates();
        var units = new HashMap<Integer, Integer>();
        plans.forEach(plan -> units.merge(plan.tour().number(), 1, Integer::sum));
        assertThat(units.keySet()).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(units.values()).allSatisfy(count -> assertThat(count).isBetween(17, 20));
        assertThat(model.of(LocalDate.of(2026, 11, 23), officers)).isEqualTo(plans);
    }

    @Test
    void the_nearest_suitable_unit_goes_to_the_first_of_the_queue_and_what_can_wait_leaves_some_free() {
        var model = new DespatcherModel(5);
        var fight = need("2026-11-23-1", 0, 2, Set.of("RESPONSE"));
        var theft = need("2026-11-23-2", 2, 1, Set.of("RESPONSE", "SAFER_NEIGHBOURHOOD"));
        List<DespatcherModel.Free> units = List.of(
                free("MP21", "RESPONSE", 300, 60),
                free("MP22", "RESPONSE", 120, 60),
                free("SN-WE1", "SAFER_NEIGHBOURHOOD", 10, 10),
                free("MP23", "RESPONSE", 240, 60));
        assertThat(model.send(List.of(fight, theft), units))
                .containsExactly(
                        new DespatcherModel.Send(fight.incident(), tour("MP22")),
                        new DespatcherModel.Send(fight.incident(), tour("MP23")));
        assertThat(model.read(List.of(fight), Duration.ZERO, MONDAY)).isEmpty();
        assertThat(model.read(List.of(fight), Duration.ZERO, MONDAY.plus(Duration.ofMinutes(5))))
                .containsExactly(fight);
    }

    private static DespatcherModel.Need need(String ref, int rank, int wanted, Set<String> kinds) {
        var suits = new DespatcherModel.Suits(kinds, new Coordinate(51_511_400, -132_900));
        return new DespatcherModel.Need(IncidentRef.of(ref), rank, MONDAY, wanted, true, suits);
    }

    private static DespatcherModel.Free free(String callsign, String kind, int first, int second) {
        return new DespatcherModel.Free(
                tour(callsign), kind, List.of(Duration.ofSeconds(first), Duration.ofSeconds(second)));
    }

    private static TourRef tour(String callsign) {
        return TourRef.of("2026-11-23-%s-1".formatted(callsign));
    }
}
