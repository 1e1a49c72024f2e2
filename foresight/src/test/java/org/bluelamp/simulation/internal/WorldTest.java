package org.bluelamp.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.bluelamp.actions.Actions;
import org.bluelamp.contact.Contacts;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.desks.Desks;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.Verification;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.testing.FixedServiceClock;
import org.bluelamp.testing.TestProgram;
import org.bluelamp.workforce.Tours;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The demo world on a service clock that is moved by hand: an evening hour of Westminster.
class WorldTest {
    private static final Instant EVENING = Instant.parse("2026-11-20T18:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(4);
    private static final Sight ROOM = new Sight(new ActorId("p-1"), null);
    private static final FixedServiceClock CLOCK = new FixedServiceClock(EVENING);
    private static TestProgram program;
    private static Outcomes outcomes;
    private static volatile Set<PersonId> visitors = Set.of();

    static class Evening {
        @Bean
        @Primary
        ServiceClock evening() {
            return CLOCK;
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.web(
                List.of(
                        "journal",
                        "console",
                        "policy",
                        "people",
                        "persons",
                        "geography",
                        "actions",
                        "workforce",
                        "desks",
                        "control",
                        "contact",
                        "desks",
                        "despatch",
                        "simulation"),
                List.of("bluelamp.demo=true"),
                Evening.class);
        outcomes = new Outcomes();
        World world = world();
        // The roster is planned and the crews come on before the hour begins.
        for (int step = 0; step < 150; step++) {
            CLOCK.advance(Duration.ofSeconds(1));
            world.step(CLOCK.now());
        }
        await(() -> !units().isEmpty());
        Instant end = EVENING.plus(Duration.ofMinutes(80));
        while (CLOCK.now().isBefore(end)) {
            CLOCK.advance(STEP);
            world.step(CLOCK.now());
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static World world() {
        var parts = new World.Parts(
                program.get(Room.class),
                program.get(Tours.class),
                program.get(People.class),
                new World.Calls(program.get(Contacts.class), program.get(Gazetteer.class), program.get(Desks.class)),
                () -> visitors,
                ZoneId.of("Europe/London"));
        return new World(parts, 1_829, outcomes);
    }

    private static List<UnitView> units() {
        return program.get(Units.class).onDuty(ROOM);
    }

    private static List<IncidentView> open() {
        return program.get(Incidents.class).open(ROOM);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long from = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - from > Duration.ofSeconds(60).toNanos()) {
                throw new AssertionError("It did not come about within 60 s.");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void in_an_evening_calls_are_taken_units_sent_scenes_attended_and_logs_closed() {
        assertThat(outcomes.done())
                .as("done %s, refused %s", outcomes.done(), outcomes.refused())
                .containsKeys(
                        "people joined",
                        "tours planned",
                        "crews booked on",
                        "desks taken",
                        "calls put through",
                        "calls answered",
                        "calls finished",
                        "units sent",
                        "statuses said",
                        "results said",
                        "units finished",
                        "logs closed");
        assertThat(outcomes.done().get("calls finished")).isGreaterThan(15);
        assertThat(outcomes.done().get("logs closed")).isGreaterThan(3);
        assertThat(units()).hasSizeBetween(15, 20);
    }

    @Test
    void what_is_refused_is_everyday_life_and_little_of_it() {
        long asked =
                outcomes.done().values().stream().mapToLong(Long::longValue).sum();
        long refused =
                outcomes.refused().values().stream().mapToLong(Long::longValue).sum();
        assertThat(refused).as("of %d, %s", asked, outcomes.refused()).isLessThan(asked / 20);
    }

    @Test
    void every_incident_that_waits_for_a_unit_is_somebodys_to_see_to_and_units_and_incidents_agree() {
        program.get(Followers.class).awaitCaughtUp(Duration.ofSeconds(30));
        var actions = program.get(Actions.class);
        await(() -> open().stream()
                .filter(incident -> incident.stage() == IncidentView.Stage.WAITING)
                .noneMatch(incident ->
                        actions.about("incident/" + incident.incident()).isEmpty()));
        for (UnitView unit : units()) {
            Optional<IncidentView> on = open().stream()
                    .filter(incident -> incident.units().stream()
                            .anyMatch(committed -> committed.unit().equals(unit.unit())))
                    .findFirst();
            assertThat(on.map(IncidentView::incident)).isEqualTo(Optional.ofNullable(unit.incident()));
        }
    }

    @Test
    void the_record_of_it_is_whole() {
        var report = program.get(Verification.class).verify(Verification.Request.of("journal"), _ -> {});
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void a_world_that_is_made_anew_goes_on_and_takes_no_call_twice() {
        long taken = outcomes.done().get("calls finished");
        int before = open().size();
        World again = world();
        again.step(CLOCK.now());
        again.step(CLOCK.now());
        assertThat(open()).hasSize(before);
        assertThat(outcomes.done().get("calls finished")).isGreaterThanOrEqualTo(taken);
    }

    @Test
    void whoever_is_signed_in_is_not_simulated() {
        visitors = units().stream()
                .flatMap(unit -> unit.crew().stream())
                .map(person -> new PersonId(person.text()))
                .collect(Collectors.toSet());
        var own = new Outcomes();
        var parts = new World.Parts(
                program.get(Room.class),
                program.get(Tours.class),
                program.get(People.class),
                new World.Calls(program.get(Contacts.class), program.get(Gazetteer.class), program.get(Desks.class)),
                () -> visitors,
                ZoneId.of("Europe/London"));
        var world = new World(parts, 1_829, own);
        for (int step = 0; step < 20; step++) {
            world.step(CLOCK.now().plus(STEP.multipliedBy(step)));
        }
        visitors = Set.of();
        assertThat(own.done()).doesNotContainKeys("statuses said", "units sent", "units finished", "crews booked off");
    }
}
