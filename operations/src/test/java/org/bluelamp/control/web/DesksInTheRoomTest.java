package org.bluelamp.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.control.ControlRoom;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.SeatView;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.testing.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The desks over real HTTP: who takes one, who may not, and what an incident says of its holder.
class DesksInTheRoomTest {
    private static final String SCRIPT = "<script>alert('x')</script>";
    private static ControlRoom room;
    private static ControlRoom.Person sconce;
    private static ControlRoom.Person wick;
    private static ControlRoom.Person duty;
    private static ControlRoom.Person chief;
    private static int keys;

    @BeforeAll
    static void start() {
        room = new ControlRoom();
        sconce = room.person("Jo Sconce", "COMMUNICATIONS_OFFICER", "");
        wick = room.person("Ashley Wick", "OM_SUPERVISOR", "");
        duty = room.person("Sam Taper", "DUTY_OFFICER", "E09000007");
        chief = room.person("Robin Lantern", "CONTROL_ROOM_CHIEF_INSPECTOR", "");
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @AfterEach
    void everybodyLeaves() {
        Desks desks = room.program.get(Desks.class);
        var now = new Happened(room.program.get(ServiceClock.class).now(), Happened.Precision.SECOND, "test");
        desks.room().stream()
                .map(SeatView::person)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(person ->
                        desks.handle(new DeskRequest.GetUp(person, Optional.empty()), Act.byProgram("test", now)));
    }

    @Test
    void somebody_takes_a_desk_has_a_break_from_any_page_and_comes_back() {
        assertThat(sconce.post("/desks/sit", Map.of("desk", "pod-1")).statusCode())
                .isEqualTo(302);
        assertThat(sconce.get("/incidents").body())
                .contains("Pod 1 Westminster", "action=\"/desks/break\"", "data-live=\"room\"");
        assertThat(sconce.post("/desks/break", Map.of()).statusCode()).isEqualTo(302);
        assertThat(sconce.get("/incidents").body()).contains("action=\"/desks/back\"");
        assertThat(sconce.get("/desks").body())
                .contains("You have a break from Pod 1 Westminster.")
                .contains("covered by On call (Robin Lantern)")
                .contains("Jo Sconce left Pod 1 Westminster for a break: On call (Robin Lantern)");
        assertThat(sconce.post("/desks/back", Map.of()).statusCode()).isEqualTo(302);
        assertThat(sconce.get("/desks").body()).contains("You are at Pod 1 Westminster.");
        assertThat(sconce.post("/desks/back", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void who_may_not_is_told_so_and_the_second_at_a_desk_is_told_who_is_there() {
        assertThat(duty.get("/desks").statusCode()).isEqualTo(403);
        assertThat(duty.post("/desks/sit", Map.of("desk", "pod-1")).statusCode())
                .isEqualTo(403);
        assertThat(sconce.post("/desks/entered", Map.of("person", wick.id.text()))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> supervisorsDesk = sconce.post("/desks/sit", Map.of("desk", "om-1"));
        assertThat(supervisorsDesk.statusCode()).isEqualTo(403);
        assertThat(supervisorsDesk.body()).contains("That role does not sit at OM supervisor 1.");
        sconce.post("/desks/sit", Map.of("desk", "pod-1"));
        HttpResponse<String> taken = wick.post("/desks/sit", Map.of("desk", "pod-1"));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("Pod 1 Westminster is taken by Jo Sconce.");
    }

    @Test
    void a_relief_by_telephone_is_entered_by_the_supervisor_and_both_are_shown() {
        HttpResponse<String> entered = wick.post(
                "/desks/entered",
                Map.of("person", sconce.id.text(), "what", "SIT", "desk", "pod-2", "how", "TELEPHONE"));
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(wick.get("/desks").body())
                .contains("Jo Sconce sat down at Pod 2 Camden, Islington")
                .containsPattern("Jo Sconce by telephone \\d\\d:\\d\\d, entered by Ashley Wick");
        assertThat(wick.post("/desks/entered", Map.of("person", "nobody", "how", "TELEPHONE"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(chief.post("/desks/on-call", Map.of("person", chief.id.text()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(chief.post("/desks/on-call", Map.of("person", sconce.id.text()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_script_in_a_name_and_in_every_field_is_shown_as_words() {
        ControlRoom.Person written = room.person(SCRIPT, "COMMUNICATIONS_OFFICER", "");
        written.post("/desks/sit", Map.of("desk", "pod-3"));
        for (String shown : List.of(
                written.get("/desks").body(),
                wick.get("/desks").body(),
                wick.post("/desks/sit", Map.of("desk", SCRIPT)).body(),
                wick.post("/desks/on-call", Map.of("person", SCRIPT)).body(),
                wick.post("/desks/entered", Map.of("person", SCRIPT, "what", SCRIPT, "desk", SCRIPT, "how", SCRIPT))
                        .body())) {
            assertThat(shown).doesNotContain("<script>alert");
        }
    }

    @Test
    void looking_at_the_desks_is_written_down_with_whom_it_showed() {
        sconce.post("/desks/sit", Map.of("desk", "pod-1"));
        wick.get("/desks");
        assertThat(room.program
                        .get(JdbcClient.class)
                        .sql("select shown::text from journal.look where route = '/desks' and actor = :actor"
                                + " order by position desc limit 1")
                        .param("actor", wick.id.text())
                        .query(String.class)
                        .single())
                .contains(sconce.id.text());
    }

    @Test
    void an_incident_says_who_has_the_next_action_and_is_handed_to_another_desk() {
        sconce.post("/desks/sit", Map.of("desk", "pod-1"));
        wick.post("/desks/sit", Map.of("desk", "om-2"));
        String incident = open();
        assertThat(sconce.get(incident).body()).contains("You, at Pod 1 Westminster.");
        assertThat(wick.get(incident).body()).contains("Jo Sconce, at Pod 1 Westminster.");
        assertThat(wick.get("/incidents").body()).contains("no unit yet · Pod 1 Westminster");

        assertThat(pass(incident, "om-2").statusCode()).isEqualTo(302);
        assertThat(wick.get(incident).body())
                .contains("You, at OM supervisor 2.")
                .contains("Next action from Pod 1 Westminster (Jo Sconce) to OM supervisor 2 (Ashley Wick): by hand");
        assertThat(wick.get("/incidents").body()).contains("OM supervisor 2");
        wick.post("/desks/get-up", Map.of());
        assertThat(sconce.get(incident).body()).contains("Robin Lantern, on call for OM supervisor 2.");
        assertThat(pass(incident, SCRIPT).statusCode()).isEqualTo(422);
    }

    @Test
    void what_is_open_is_counted_with_the_desk_it_lies_with_and_the_desk_that_holds_it() {
        open();
        int lies = room.program.get(org.bluelamp.desks.HeldWork.class).open().stream()
                .mapToInt(org.bluelamp.desks.HeldWork.Portion::open)
                .sum();
        assertThat(lies).isPositive();
        assertThat(room.program
                        .get(Desks.class)
                        .now()
                        .at(new org.bluelamp.desks.DeskCode("pod-1"))
                        .person())
                .contains(new ActorId(chief.id.text()));
        assertThat(chief.get("/desks").body().replaceAll("\\s+", " "))
                .containsPattern("Pod 1 Westminster</th>.*?<td class=\"r\">[1-9]\\d*</td> <td class=\"r\">0</td>");
    }

    @Test
    void by_keyboard_one_sits_down_and_has_a_break_the_other_screen_sees_it_and_axe_finds_nothing() {
        room.account("desk-beacon", "Morgan Beacon", "COMMUNICATIONS_OFFICER");
        room.account("desk-ember", "Jamie Ember", "SHIFT_MANAGER");
        Browsers.in(first -> Browsers.in(second -> {
            Page beacon = signedIn(first, "desk-beacon");
            Page ember = signedIn(second, "desk-ember");
            ember.waitForSelector("#live.good");
            beacon.keyboard().press("s");
            beacon.selectOption("#sit-desk", "pod-4");
            beacon.keyboard().press("Tab");
            beacon.keyboard().press("Enter");
            ember.waitForSelector("#desk-pod-4 .state.good");
            beacon.waitForSelector(".seat");
            beacon.navigate(room.uri("/incidents").toString());
            beacon.keyboard().press("b");
            ember.waitForSelector("#desk-pod-4 .state.warn");
            assertThat(ember.textContent("#desk-pod-4")).contains("Morgan Beacon", "break since");
            for (Page page : List.of(beacon, ember)) {
                page.waitForSelector("#latest");
                assertThat(Browsers.violations(page)).isEmpty();
                page.keyboard().press("t");
                assertThat(Browsers.violations(page)).as("the other colours").isEmpty();
            }
        }));
    }

    private static Page signedIn(BrowserContext window, String name) {
        Page page = window.newPage();
        page.navigate(room.uri("/sign-in?to=/desks").toString());
        page.fill("[name=name]", name);
        page.fill("[name=password]", ControlRoom.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/desks");
        return page;
    }

    private static String open() {
        return sconce.post(
                        "/incidents",
                        Map.of(
                                "key", "desks-room-" + ++keys,
                                "type", "FIGHT",
                                "place", "Rupert Street",
                                "said", "two groups"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("http://[^/]+", "");
    }

    private static HttpResponse<String> pass(String incident, String desk) {
        return sconce.post(incident + "/passing", Map.of("key", "desks-pass-" + ++keys, "desk", desk));
    }
}
