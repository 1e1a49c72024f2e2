package org.bluelamp.workforce.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal.StaleStream;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.PersonId;
import org.bluelamp.testing.FixedServiceClock;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.bluelamp.workforce.Rosters;
import org.bluelamp.workforce.TourRefusal;
import org.bluelamp.workforce.TourRequest;
import org.bluelamp.workforce.TourView;
import org.bluelamp.workforce.Tours;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

class ToursStoreTest {
    private static final String HEAD =
            "day,callsign,tour,kind,borough,command_unit,from,until,vehicle,equipment,crew\n";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static TestProgram program;
    private static Tours tours;
    private static Rosters rosters;

    static class Noon {
        @Bean
        @Primary
        ServiceClock noon() {
            return new FixedServiceClock(NOON);
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.modules(List.of("journal", "policy.internal", "workforce.internal"), Noon.class);
        tours = program.get(Tours.class);
        rosters = program.get(Rosters.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Act act(Instant at) {
        return Act.byScreen(
                PersonId.of(1).actor(),
                new RoleCode("BOROUGH_OPERATIONS_SUPERVISOR"),
                new Happened(at, Happened.Precision.MICROSECOND, "screen"));
    }

    private static Rosters.Outcome take(String rows) {
        return rosters.take(HEAD + rows, Optional.empty(), false, act(NOON));
    }

    @Test
    void every_statement_is_understood_by_the_database() {
        SqlContract.check(program.database(), TourTable.class);
    }

    @Test
    void a_roster_is_planned_booked_on_and_off_and_taking_it_again_changes_nothing() {
        String rows = """
                2026-11-22,MP12,1,RESPONSE,E09000033,BOCU-WESTMINSTER,07:00,15:00,Area car 7,TASER BODY_WORN_VIDEO,\
                p-101:RESPONSE_DRIVER/2027-03-31+FIRST_AID p-102
                2026-11-22,MP12,2,RESPONSE,E09000033,BOCU-WESTMINSTER,22:00,07:00,,,p-103
                """;
        assertThat(take(rows)).isEqualTo(new Rosters.Outcome(2, 0, 0, List.of()));
        assertThat(take(rows)).isEqualTo(new Rosters.Outcome(0, 2, 0, List.of()));

        var early = TourRef.of("2026-11-22-MP12-1");
        TourView planned = tours.find(early).orElseThrow();
        assertThat(planned.skills()).containsExactlyInAnyOrder("RESPONSE_DRIVER", "FIRST_AID");
        assertThat(planned.from()).isEqualTo(Instant.parse("2026-11-22T07:00:00Z"));
        assertThat(tours.find(TourRef.of("2026-11-22-MP12-2")).orElseThrow().until())
                .isEqualTo(Instant.parse("2026-11-23T07:00:00Z"));

        accepted(new TourRequest.BookOn(early, Optional.empty(), NOON, Optional.of("CHARING-CROSS")));
        assertThat(tours.onDuty(NOON)).extracting(TourView::tour).contains(early);
        accepted(new TourRequest.BookOff(early, Optional.empty(), NOON.plusSeconds(600)));
        assertThat(tours.onDuty(NOON.plusSeconds(601)))
                .extracting(TourView::tour)
                .doesNotContain(early);
        assertThat(tours.onDuty(NOON.plusSeconds(300)))
                .extracting(TourView::tour)
                .contains(early);
        assertThat(tours.planned(LocalDate.of(2026, 11, 22)))
                .extracting(TourView::tour)
                .contains(early);
    }

    @Test
    void a_bad_row_is_told_with_its_line_and_field_and_the_good_rows_beside_it_stand() {
        String rows = """
                2026-12-01,MP20,1,RESPONSE,E09000033,BOCU-WESTMINSTER,07:00,15:00,,,p-201
                2026-12-01,mp21,1,RESPONSE,E09000033,BOCU-WESTMINSTER,07:00,15:00,,,p-202
                2026-12-01,MP22,1,HELICOPTER,E09000033,BOCU-WESTMINSTER,07:00,15:00,,,p-203
                2026-12-01,MP23,1,RESPONSE,E09000033,BOCU-WESTMINSTER,14:00,22:00,,,p-201
                2026-12-01,MP24,1,RESPONSE,E09000033,BOCU-WESTMINSTER,7 o'clock,15:00,,,p-204
                2026-12-01,MP25,1,RESPONSE
                2026-12-01,MP26,1,RESPONSE,E09000033,BOCU-WESTMINSTER,15:00,22:00,,,p-201
                """;
        var checked = rosters.take(HEAD + rows, Optional.empty(), true, act(NOON));
        assertThat(tours.planned(LocalDate.of(2026, 12, 1))).isEmpty();
        var taken = take(rows);
        assertThat(taken).isEqualTo(checked);
        assertThat(taken.planned()).isEqualTo(2);
        assertThat(taken.faults().stream().map(fault -> fault.line() + " " + fault.field()))
                .containsExactly("3 callsign", "4 kind", "5 crew", "6 from", "7 row");
    }

    @Test
    void a_role_of_one_borough_neither_plans_nor_books_for_another() {
        take("2026-11-22,CM1,1,RESPONSE,E09000007,BOCU-CAMDEN,07:00,15:00,,,p-301\n");
        var tour = TourRef.of("2026-11-22-CM1-1");
        var westminster = Optional.of(new BoroughCode("E09000033"));
        assertThat(tours.handle(new TourRequest.BookOn(tour, westminster, NOON, Optional.empty()), act(NOON)))
                .isEqualTo(Decision.refuse(new TourRefusal.OtherBorough(tour)));
    }

    @Test
    void two_sergeants_who_book_one_person_on_two_tours_in_the_same_second_get_one() throws Exception {
        for (int round = 0; round < 5; round++) {
            var day = LocalDate.of(2027, 1, 1).plusDays(round);
            var attempts = IntStream.rangeClosed(1, 4)
                    .<Callable<Boolean>>mapToObj(number -> () -> plannedFor("MP4" + number, day))
                    .toList();
            try (var pool = Executors.newFixedThreadPool(4)) {
                var won = new ArrayList<Boolean>();
                for (var result : pool.invokeAll(attempts)) {
                    won.add(result.get());
                }
                assertThat(won).containsOnlyOnce(true);
            }
        }
    }

    private static boolean plannedFor(String callsign, LocalDate day) {
        String row = "%s,%s,1,RESPONSE,E09000033,BOCU-WESTMINSTER,07:00,15:00,,,p-401%n".formatted(day, callsign);
        try {
            return take(row).planned() == 1;
        } catch (StaleStream _) {
            return false;
        }
    }

    @Test
    void dropped_and_rebuilt_the_tours_are_as_they_were() {
        take("2026-11-22,MP50,1,RESPONSE,E09000033,BOCU-WESTMINSTER,07:00,15:00,,,p-501\n");
        accepted(new TourRequest.BookOn(TourRef.of("2026-11-22-MP50-1"), Optional.empty(), NOON, Optional.empty()));
        var live = rows();
        program.get(Followers.class).rebuild("workforce/tours");
        assertThat(rows()).isEqualTo(live);
    }

    private static List<java.util.Map<String, Object>> rows() {
        return program.get(JdbcClient.class)
                .sql("select * from workforce.tour order by tour")
                .query()
                .listOfRows();
    }

    private static void accepted(TourRequest request) {
        assertThat(tours.handle(request, act(NOON))).isInstanceOf(Decision.Accepted.class);
    }
}
