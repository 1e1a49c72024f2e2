package org.bluelamp.contact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.ContactView;
import org.bluelamp.contact.QuestionSet;
import org.bluelamp.control.Asked;
import org.bluelamp.control.ControlRoom;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentView;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.UnitRequest;
import org.bluelamp.control.UnitView;
import org.bluelamp.control.Units;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.policy.Policies;
import org.junit.jupiter.api.Test;

class CallPagesTest extends CallDesk {

    @Test
    void a_call_is_kept_as_it_is_typed_and_is_still_there_for_a_new_browser() {
        String id = fresh();
        assertThat(contacts().find(new ContactId(id), ALL))
                .as("a form that is only shown is no contact")
                .isEmpty();
        HttpResponse<String> kept = keep(id, Map.of("type", "FIGHT", "place", "21 Rupert Street", "said", "two gro"));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body())
                .contains("saved ")
                .contains("Immediate is recommended")
                .contains("Has anybody a weapon");
        String again = hale.get("/contacts/" + id).body();
        assertThat(again).contains("two gro").contains("21 Rupert Street").contains("saved ");
        assertThat(hale.get("/contacts").body()).contains("Yours, not finished").contains("/contacts/" + id);
    }

    @Test
    void a_call_begun_as_999_is_put_right_when_somebody_says_how_it_reached_us() {
        String id = fresh();
        keep(id, Map.of("said", "some wor", "channel", "EMERGENCY_CALL"));
        keep(id, Map.of("said", "some words", "channel", "NON_EMERGENCY_CALL"));
        assertThat(contacts().find(new ContactId(id), ALL).orElseThrow().channel())
                .isEqualTo(ContactChannel.NON_EMERGENCY_CALL);
        var form = form("FIGHT", "Rupert Street", "some words and more");
        form.put("channel", "FRONT_COUNTER");
        form.put("outcome", "open");
        assertThat(hale.get(location(end(id, form))).body()).contains("by Front counter");
        assertThat(hale.get("/contacts/" + id).body()).contains("Put right: reached us by front counter");
    }

    @Test
    void a_call_left_behind_stays_somebodys_until_another_takes_it_over_with_what_was_typed() {
        String id = fresh();
        keep(id, Map.of("said", "she hung up in tears"));
        ControlRoom.Person wick = room.person("Ashley Wick", "COMMUNICATIONS_OFFICER", "");
        assertThat(wick.get("/contacts").body()).contains("not finished").contains("Morgan Beacon");
        assertThat(wick.get("/contacts/" + id).body()).contains("Take it over").doesNotContain("in tears");
        wick.post("/contacts/" + id + "/taking-over", Map.of("key", key()));
        assertThat(wick.get("/contacts/" + id).body()).contains("she hung up in tears");
        assertThat(keep(id, Map.of("said", "typed too late")).statusCode()).isEqualTo(409);
        assertThat(wick.get("/contacts/" + id).body()).doesNotContain("typed too late");
    }

    @Test
    void answers_raise_the_grade_and_another_grade_needs_a_reason() {
        String id = fresh();
        var form = form("THEFT", "21 Rupert Street", "a purse was taken");
        form.put("q.NEAR", "YES");
        assertThat(keep(id, form).body()).contains("whoever did it is still there: at least I");
        form.put("grade", "E");
        form.put("outcome", "open");
        HttpResponse<String> refused = end(id, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The answers lead to grade (I), and (E) is given.");
        form.put("because", "held by two shopkeepers");
        form.put("threat", "none seen");
        form.put("vulnerability", "caller is 84");
        String incident = location(end(id, form));
        assertThat(incident).startsWith("/incidents/");
        IncidentRef ref = ref(incident);
        assertThat(room.program
                        .get(Incidents.class)
                        .find(ref, ALL)
                        .orElseThrow()
                        .grade()
                        .code())
                .isEqualTo("E");
        assertThat(hale.get("/contacts/" + id).body())
                .contains("became incident")
                .contains("whoever did it is still there: at least I")
                .contains("held by two shopkeepers")
                .contains("Graded E, recommended I")
                .contains("caller is 84")
                .contains("nothing written");
    }

    @Test
    void the_same_street_in_two_boroughs_forces_a_choice() {
        String id = fresh();
        var form = form("FIGHT", "Church Street", "two men");
        form.put("outcome", "open");
        assertThat(end(id, form).body()).contains("in more than one borough (2 candidates)");
        form.put("chosen", "51541000,-143000");
        assertThat(hale.get(location(end(id, form))).body()).contains("Camden");
    }

    @Test
    void fifteen_calls_on_one_explosion_are_one_incident_with_fourteen_further_callers_and_none_is_lost() {
        String first = fresh();
        var form = form("EXPLOSION", "Rupert Street", "huge bang, windows out, smoke from the bakery");
        form.put("outcome", "open");
        IncidentRef incident = ref(location(end(first, form)));
        var linked = IntStream.rangeClosed(2, 15)
                .mapToObj(caller -> {
                    String id = fresh();
                    var told = form("EXPLOSION", "Rupert Street", "caller %d: a bang and smoke".formatted(caller));
                    told.put("number", "07700 9002%02d".formatted(caller));
                    String offered = keep(id, told).body();
                    assertThat(offered)
                            .contains("value=\"link %s\"".formatted(incident))
                            .contains("the same place");
                    told.put("outcome", "link " + incident);
                    assertThat(location(end(id, told))).isEqualTo("/contacts?ended=" + id);
                    return id;
                })
                .toList();
        assertThat(linked).hasSize(14);
        List<ContactView> callers = contacts().callers(incident, ALL);
        assertThat(callers).hasSize(15);
        assertThat(callers.stream().filter(view -> view.stage() == ContactView.Stage.LINKED))
                .hasSize(14);
        String log = hale.get("/incidents/" + incident).body();
        IntStream.rangeClosed(2, 15).forEach(caller -> assertThat(log).contains("caller %d: a bang".formatted(caller)));
        assertThat(room.program
                        .get(Incidents.class)
                        .find(incident, ALL)
                        .orElseThrow()
                        .callers())
                .isEqualTo(15);
        assertThat(contacts().unfinished(ALL))
                .noneMatch(view -> linked.contains(view.contact().text()));
    }

    @Test
    void the_same_form_sent_twice_opens_one_incident() {
        String id = fresh();
        var form = form("BURGLARY", "Rupert Street", "back door forced");
        form.put("outcome", "open");
        String first = location(end(id, form));
        assertThat(location(end(id, form))).isEqualTo(first);
        var other = new HashMap<>(form);
        other.put("said", "front door forced");
        assertThat(end(id, other).statusCode()).isIn(409, 422);
    }

    @Test
    void who_called_before_and_what_is_warned_of_stands_beside_the_call() {
        String before = fresh();
        var form = form("NEIGHBOURS", "7 Rupert Street", "shouting again");
        form.put("number", "07700 900301");
        form.put("outcome", "open");
        end(before, form);
        hale.post(
                "/persons/warnings",
                Map.of(
                        "key",
                        key(),
                        "subject",
                        "7 Rupert St",
                        "kind",
                        "DOG",
                        "words",
                        "mastiff in the hall",
                        "why",
                        "bitten"));
        String id = fresh();
        String byNumber = keep(id, Map.of("number", "+44 7700 900301")).body();
        assertThat(byNumber).contains("/contacts/" + before).contains("this number");
        String byAddress = keep(id, Map.of("place", "7 Rupert Street")).body();
        assertThat(byAddress).contains("this address").contains("Dangerous dog").contains("mastiff in the hall");
    }

    @Test
    void a_contact_may_end_without_an_incident_and_that_is_said() {
        String id = fresh();
        HttpResponse<String> wordless = end(id, form(Map.of("outcome", "SIGNPOSTED")));
        assertThat(wordless.statusCode()).isEqualTo(422);
        end(
                id,
                form(Map.of(
                        "outcome",
                        "SIGNPOSTED",
                        "words",
                        "the council's noise line",
                        "channel",
                        "NON_EMERGENCY_CALL")));
        assertThat(hale.get("/contacts/" + id).body())
                .contains("signposted")
                .contains("by 101")
                .contains("noise line");
    }

    @Test
    void a_waiting_call_is_answered_in_one_key_and_what_came_with_it_stands_in_the_form() {
        var contact = contacts().newContact();
        var now = room.program.get(ServiceClock.class).now();
        contacts()
                .handle(new ContactRequest.Receive(
                        caller(now),
                        contact,
                        ContactChannel.EMERGENCY_CALL,
                        now,
                        new ContactRequest.Came("07700 900310", "", "Rupert Street", "somebody is in my garden")));
        assertThat(hale.get("/contacts").body()).contains("waiting since").doesNotContain("in my garden");
        String page = location(hale.post("/contacts/next", Map.of("key", key())));
        assertThat(page).isEqualTo("/contacts/" + contact);
        assertThat(hale.get(page).body()).contains("somebody is in my garden").contains("07700 900310");
        contacts()
                .handle(new ContactRequest.Receive(
                        caller(now),
                        contacts().newContact(),
                        ContactChannel.NON_EMERGENCY_CALL,
                        now,
                        ContactRequest.Came.NOTHING));
    }

    @Test
    void every_question_set_that_is_shipped_is_for_a_type_of_the_scheme_and_its_urgency_is_reached_in_it() {
        var now = room.program.get(ServiceClock.class).now();
        Policies policies = room.program.get(Policies.class);
        GradingScheme scheme = policies.inForce(GradingScheme.KIND, now).only();
        List<QuestionSet> sets = policies.inForce(QuestionSet.KIND, now).rows();
        assertThat(sets).anyMatch(set -> set.type().equals(QuestionSet.ANY));
        assertThat(sets)
                .filteredOn(set -> !set.type().equals(QuestionSet.ANY))
                .allMatch(set -> scheme.type(set.type()).isPresent());
        assertThat(sets)
                .flatExtracting(QuestionSet::questions)
                .flatExtracting(QuestionSet.Question::answers)
                .allMatch(answer -> answer.atLeast()
                        .map(least -> least.rank() <= scheme.grades().size())
                        .orElse(true));
    }

    @Test
    void a_stop_seen_by_an_officer_is_incident_unit_and_time_in_one_act() {
        var now = room.program.get(ServiceClock.class).now();
        TourRef tour = TourRef.of("2026-11-22-CW12-1");
        var asked =
                new Asked(ALL, new RoleCode("SHIFT_MANAGER"), EnteredHow.SCREEN, now, new RequestKey("come-on-cw12"));
        assertThat(room.program
                        .get(Units.class)
                        .handle(new UnitRequest.ComeOn(
                                asked,
                                tour,
                                "RESPONSE",
                                new BoroughCode("E09000033"),
                                List.of(new ActorId("p-900010")),
                                List.of(),
                                now.plus(Duration.ofHours(8)))))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(hale.get("/contacts/seen?type=PURSUIT&callsign=CW12").body()).contains("value=\"CW12\"");
        var form = form(Map.of("type", "STOP", "callsign", "cw 12", "place", "Rupert Street"));
        String incident = location(hale.post("/contacts/seen", form));
        assertThat(location(hale.post("/contacts/seen", form)))
                .as("sent twice, opened once")
                .isEqualTo(incident);
        assertThat(room.program.get(Units.class).on(ref(incident)))
                .extracting(UnitView::unit)
                .containsExactly(tour);
        assertThat(room.program
                        .get(Incidents.class)
                        .find(ref(incident), ALL)
                        .orElseThrow()
                        .stage())
                .isEqualTo(IncidentView.Stage.ATTENDED);
        assertThat(contacts().callers(ref(incident), ALL))
                .extracting(ContactView::channel)
                .containsExactly(ContactChannel.OFFICER);
        assertThat(hale.post("/contacts/seen", form(Map.of("callsign", "XX99", "place", "Rupert Street")))
                        .body())
                .contains("No unit (XX99) is on duty.");
    }
}
