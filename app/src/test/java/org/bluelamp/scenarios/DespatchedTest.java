package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.control.Asked;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.IncidentView.Stage;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.control.UnitRequest;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Callsign;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.testing.Proves;
import org.junit.jupiter.api.Test;

/// Units on the running program, sent and diverted by people at their screens and heard on the radio.
class DespatchedTest {
    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final Sight ROOM = new Sight(new ActorId("system/test"), null);

    private final Incidents incidents = PROGRAM.get(Incidents.class);
    private final Units units = PROGRAM.get(Units.class);
    private final List<PersonView> despatchers =
            PROGRAM.get(People.class).holding(new RoleCode("COMMUNICATIONS_OFFICER"));
    private final Chair one = Chair.of(despatchers.getFirst());

    @Test
    @Proves("D2")
    void two_despatchers_send_one_unit_in_the_same_second_and_one_wins_and_the_other_is_told_where_it_is()
            throws Exception {
        Chair other = Chair.of(
                PROGRAM.get(People.class).holding(new RoleCode("OM_SUPERVISOR")).getFirst());
        UnitView unit = onDuty("DT1");
        IncidentRef fight = opened("FIGHT", "a fight at the corner");
        IncidentRef burglary = opened("BURGLARY", "the back door was forced");

        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<HttpResponse<String>>> sends =
                    List.of(() -> send(one, fight, "DT1"), () -> send(other, burglary, "DT1"));
            for (Future<HttpResponse<String>> sent : both.invokeAll(sends)) {
                answers.add(sent.get());
            }
        }

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 422);
        IncidentRef won = units.find(unit.unit()).map(UnitView::incident).orElseThrow();
        assertThat(won).isIn(fight, burglary);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 422)
                        .map(HttpResponse::body)
                        .findFirst()
                        .orElseThrow())
                .contains("DT1 is committed to incident (%s)".formatted(won));
    }

    @Test
    @Proves("D2")
    void a_divert_leaves_its_old_need_open_with_the_old_clock() {
        onDuty("DT2");
        IncidentRef burglary = opened("BURGLARY", "the window is broken");
        IncidentRef weapon = opened("WEAPON", "he has a machete");
        Instant clock = view(burglary).attendBy();
        assertThat(send(one, burglary, "DT2").statusCode()).isEqualTo(302);
        assertThat(view(burglary).stage()).isEqualTo(Stage.ASSIGNED);

        assertThat(post(one, weapon, "diverts", Map.of("unit", "DT2 a machete is seen"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(view(burglary).stage()).isEqualTo(Stage.WAITING);
        assertThat(view(burglary).attendBy()).isEqualTo(clock);
        assertThat(view(burglary).divertedAt()).isNotNull();
        assertThat(view(weapon).stage()).isEqualTo(Stage.ASSIGNED);
        assertThat(one.get("/incidents/" + burglary).body()).contains("a unit is needed again");
    }

    @Test
    @Proves("D19")
    void a_unit_says_by_radio_that_it_is_there_and_the_log_names_who_heard_it() {
        onDuty("DT3");
        IncidentRef fight = opened("FIGHT", "two men at the bus stop");
        assertThat(send(one, fight, "DT3").statusCode()).isEqualTo(302);

        assertThat(post(one, fight, "statuses", Map.of("unit", "DT3 6")).statusCode())
                .isEqualTo(302);

        assertThat(view(fight).stage()).isEqualTo(Stage.ATTENDED);
        assertThat(one.get("/incidents/" + fight).body())
                .contains("DT3 at scene")
                .contains("by radio")
                .contains("entered by " + despatchers.getFirst().name());
    }

    @Test
    @Proves("D2")
    void an_arrival_reported_after_closing_is_kept_and_given_to_whoever_closed_it() {
        onDuty("DT4");
        IncidentRef fight = opened("FIGHT", "shouting in the yard");
        assertThat(post(one, fight, "closing", Map.of("result", "NO_TRACE")).statusCode())
                .isEqualTo(302);

        assertThat(post(one, fight, "statuses", Map.of("unit", "DT4 6")).statusCode())
                .isEqualTo(302);

        assertThat(view(fight).stage()).isEqualTo(Stage.CLOSED);
        assertThat(one.get("/incidents/" + fight).body())
                .contains("DT4 at scene, which does not fit: for "
                        + despatchers.getFirst().name());
    }

    @Test
    @Proves("D3")
    void every_unit_on_duty_stands_on_the_resource_display_with_what_it_does() {
        onDuty("DT5");
        IncidentRef fight = opened("FIGHT", "a crowd outside");
        assertThat(send(one, fight, "DT5").statusCode()).isEqualTo(302);

        assertThat(one.get("/units").body()).contains("DT5").contains("/incidents/" + fight);
    }

    private UnitView onDuty(String callsign) {
        Instant now = PROGRAM.get(ServiceClock.class).now();
        var tour = new TourRef(LocalDate.ofInstant(now, ZoneOffset.UTC), new Callsign(callsign), 9);
        units.handle(new UnitRequest.ComeOn(
                new Asked(
                        ROOM, new RoleCode("PROGRAM"), EnteredHow.PROGRAM, now, new RequestKey("on-duty-" + callsign)),
                tour,
                "RESPONSE",
                new BoroughCode("E09000033"),
                List.of(PROGRAM.get(People.class)
                        .holding(new RoleCode("RESPONSE_OFFICER"))
                        .getFirst()
                        .person()
                        .actor()),
                List.of(),
                now.plus(Duration.ofHours(8))));
        return units.find(tour).orElseThrow();
    }

    private IncidentRef opened(String type, String said) {
        HttpResponse<String> answer = one.post(
                "/incidents/new",
                "/incidents",
                Map.of("type", type, "place", "Rupert Street", "said", said, "key", "despatched-" + said.hashCode()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String at = answer.headers().firstValue("Location").orElseThrow();
        return IncidentRef.of(at.substring(at.lastIndexOf('/') + 1));
    }

    private static HttpResponse<String> send(Chair chair, IncidentRef incident, String callsign) {
        return post(chair, incident, "assignments", Map.of("unit", callsign));
    }

    private static HttpResponse<String> post(
            Chair chair, IncidentRef incident, String act, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("key", "scenario-%s-%s-%d".formatted(act, incident, fields.hashCode()));
        return chair.post("/incidents/" + incident, "/incidents/%s/%s".formatted(incident, act), all);
    }

    private IncidentView view(IncidentRef incident) {
        return incidents.find(incident, ROOM).orElseThrow();
    }
}
