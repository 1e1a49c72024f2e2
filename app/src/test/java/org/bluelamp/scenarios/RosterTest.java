package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.testing.Proves;
import org.bluelamp.workforce.Rosters;
import org.junit.jupiter.api.Test;

/// From a roster to the unit a despatcher sees, and home again.
@Proves("W1")
class RosterTest {
    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Callsign MP77 = new Callsign("MP77");

    @Test
    void a_crew_on_the_roster_books_on_stands_on_the_resource_display_and_books_off() throws Exception {
        PersonView officer = somebody("RESPONSE_OFFICER");
        Chair sergeant = Chair.of(somebody("PATROL_SERGEANT"));

        // The roster has the crew from an hour ago, with a skill that is in date and one that is not.
        var now = PROGRAM.get(ServiceClock.class).now();
        LocalDate day = LocalDate.ofInstant(now.minus(Duration.ofHours(1)), LONDON);
        LocalTime from = LocalTime.ofInstant(now.minus(Duration.ofHours(1)), LONDON);
        String row = "%s,MP77,1,RESPONSE,E09000033,BOCU-WESTMINSTER,%s,%s,,TASER,%s:RESPONSE_DRIVER/%s+PURSUIT/%s"
                .formatted(day, from, from.plusHours(8), officer.person(), day.plusDays(30), day.minusDays(1));
        var act = Act.byProgram("test", new Happened(now, Happened.Precision.SECOND, "test"));
        var taken = PROGRAM.get(Rosters.class)
                .take(
                        "day,callsign,tour,kind,borough,command_unit,from,until,vehicle,equipment,crew\n" + row,
                        Optional.empty(),
                        false,
                        act);
        assertThat(taken.faults()).isEmpty();
        String tour = "/duties/%s-MP77-1".formatted(day);
        assertThat(sergeant.get("/duties").body()).contains("MP77", "not booked on");
        assertThat(sergeant.get(tour).body()).contains("(out of date)");

        // The sergeant books it on at parade: a moment later the room has the unit, with the skills that are in date.
        assertThat(sergeant.post(tour, tour + "/book-on", Map.of("parade", "CHARING-CROSS"))
                        .body())
                .contains("Recorded at");
        UnitView unit = unit().orElseThrow();
        assertThat(unit.crew()).containsExactly(officer.person().actor());
        assertThat(unit.skills()).contains("RESPONSE_DRIVER", "TASER").doesNotContain("PURSUIT");

        // It goes off, and nobody can send it any more.
        assertThat(sergeant.post(tour, tour + "/book-off", Map.of()).body()).contains("off at");
        for (int tries = 0; tries < 100 && onDuty().isPresent(); tries++) {
            Thread.sleep(100);
        }
        assertThat(onDuty()).isEmpty();
    }

    private static PersonView somebody(String role) {
        return PROGRAM.get(People.class).holding(new RoleCode(role)).stream()
                .filter(person -> person.posts().getFirst().borough().stream()
                        .anyMatch(borough -> borough.code().equals("E09000033")))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<UnitView> unit() throws InterruptedException {
        for (int tries = 0; tries < 100 && onDuty().isEmpty(); tries++) {
            Thread.sleep(100);
        }
        return onDuty();
    }

    private static Optional<UnitView> onDuty() {
        List<UnitView> all = PROGRAM.get(Units.class).onDuty(new Sight(new org.bluelamp.kernel.ActorId("p-1"), null));
        return all.stream().filter(unit -> unit.callsign().equals(MP77)).findFirst();
    }
}
