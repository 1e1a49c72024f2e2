package org.bluelamp.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.app.RunningProgram;
import org.bluelamp.control.IncidentEvent.Keeper;
import org.bluelamp.control.IncidentEvent.PassedOn;
import org.bluelamp.control.IncidentEvent.Passing;
import org.bluelamp.control.Incidents;
import org.bluelamp.control.Sight;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.SeatView;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.IncidentRef;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Fifty open incidents, and the despatcher goes for a break; and the last person leaves the room.
@Proves("D12")
class BreakInMidQueueTest {
    private static final RunningProgram PROGRAM = RunningProgram.shared();
    private static final int OPEN = 50;
    private static final Optional<BoroughCode> WESTMINSTER = Optional.of(new BoroughCode("E09000033"));
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);

    private final Desks desks = PROGRAM.get(Desks.class);
    private final Chair despatcher = chair("COMMUNICATIONS_OFFICER");
    private final Chair supervisor = chair("OM_SUPERVISOR");

    private static Chair chair(String role) {
        return Chair.of(holding(role));
    }

    private static PersonView holding(String role) {
        return PROGRAM.get(People.class).holding(new RoleCode(role)).getFirst();
    }

    private static ActorId actor(Chair chair) {
        return chair.person().orElseThrow().person().actor();
    }

    @BeforeEach
    @AfterEach
    void theRoomIsEmpty() {
        var now = new Happened(PROGRAM.get(ServiceClock.class).now(), Happened.Precision.SECOND, "test");
        desks.room().stream()
                .filter(seat -> seat.desk().coveredBy().isPresent())
                .map(SeatView::person)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(person ->
                        desks.handle(new DeskRequest.GetUp(person, Optional.empty()), Act.byProgram("test", now)));
    }

    @Test
    void all_fifty_have_the_supervisor_at_once_each_log_says_so_and_they_come_back_with_the_despatcher()
            throws InterruptedException {
        sits(despatcher, "pod-1");
        sits(supervisor, "om-1");
        List<IncidentRef> open = new ArrayList<>();
        for (int call = 0; call < OPEN; call++) {
            open.add(call());
        }

        // Nobody waits for fifty logs: the supervisor has all of them with the one act.
        assertThat(act(despatcher, "/desks/break")).isEqualTo(302);
        assertThat(desks.holderOf(WESTMINSTER, Optional.empty()).person()).contains(actor(supervisor));
        assertThat(supervisor.get("/incidents/" + open.getFirst()).body())
                .contains("You, at OM supervisor 1 for Pod 1 Westminster");
        assertEachLogSays(open, new PassedOnTo("om-1", actor(supervisor), Passing.BREAK));

        // Back at the desk, everything is the despatcher's again.
        assertThat(act(despatcher, "/desks/back")).isEqualTo(302);
        assertThat(desks.holderOf(WESTMINSTER, Optional.empty()).person()).contains(actor(despatcher));
        assertEachLogSays(open, new PassedOnTo("pod-1", actor(despatcher), Passing.RETURNED));
    }

    @Test
    void the_last_person_leaving_leaves_everything_to_the_chief_inspector_on_call_by_name()
            throws InterruptedException {
        PersonView onCall = holding("CONTROL_ROOM_CHIEF_INSPECTOR");
        sits(despatcher, "pod-1");
        sits(supervisor, "om-1");
        IncidentRef incident = call();

        // The supervisor signs out of the program altogether; the despatcher leaves the desk.
        assertThat(supervisor.post("/desks", "/sign-out", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(desks.of(actor(supervisor)))
                .as("signing out gives up the desk")
                .isEmpty();
        assertThat(act(despatcher, "/desks/get-up")).isEqualTo(302);
        for (BoroughCode borough : desks.plan().boroughs()) {
            assertThat(desks.holderOf(Optional.of(borough), Optional.empty()).person())
                    .contains(onCall.person().actor());
        }
        assertThat(despatcher.get("/incidents/" + incident).body())
                .contains(onCall.name() + ", on call for Pod 1 Westminster");
        assertEachLogSays(
                List.of(incident), new PassedOnTo("on-call", onCall.person().actor(), Passing.SIGNED_OFF));
    }

    @Test
    @Proves("D19")
    void a_relief_rings_in_the_supervisor_enters_it_and_the_log_of_the_desks_names_both() {
        sits(supervisor, "om-1");
        HttpResponse<String> entered = supervisor.post(
                "/desks",
                "/desks/entered",
                Map.of(
                        "person", actor(despatcher).text(),
                        "what", "SIT",
                        "desk", "pod-1",
                        "how", "TELEPHONE"));
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(desks.holderOf(WESTMINSTER, Optional.empty()).person()).contains(actor(despatcher));
        assertThat(supervisor.get("/desks").body())
                .containsPattern(
                        "%s by telephone \\d\\d:\\d\\d, entered by %s".formatted(name(despatcher), name(supervisor)));
    }

    private static String name(Chair chair) {
        return chair.person().orElseThrow().name();
    }

    private static void sits(Chair chair, String desk) {
        assertThat(chair.post("/desks", "/desks/sit", Map.of("desk", desk)).statusCode())
                .isEqualTo(302);
    }

    private static int act(Chair chair, String path) {
        return chair.post("/desks", path, Map.of()).statusCode();
    }

    private static int keys;

    private IncidentRef call() {
        HttpResponse<String> opened = despatcher.post(
                "/incidents/new",
                "/incidents",
                Map.of(
                        "key", "break-in-mid-queue-" + ++keys,
                        "type", "FIGHT",
                        "place", "Rupert Street",
                        "said", "two groups"));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
        return IncidentRef.of(
                opened.headers().firstValue("Location").orElseThrow().replaceFirst(".*/incidents/", ""));
    }

    /// To which desk and person an incident passed, and why.
    private record PassedOnTo(String desk, ActorId person, Passing why) {}

    private static void assertEachLogSays(List<IncidentRef> open, PassedOnTo expected) throws InterruptedException {
        long from = System.nanoTime();
        for (IncidentRef incident : open) {
            while (!last(incident).equals(Optional.of(expected))) {
                assertThat(System.nanoTime() - from)
                        .as("%s: %s, not %s", incident, last(incident), expected)
                        .isLessThan(WRITTEN_WITHIN.toNanos());
                Thread.sleep(50);
            }
        }
    }

    private static Optional<PassedOnTo> last(IncidentRef incident) {
        var sight = new Sight(new ActorId("system/test"), null);
        return PROGRAM.get(Incidents.class).log(incident, sight).orElseThrow().events().stream()
                .filter(PassedOn.class::isInstance)
                .map(PassedOn.class::cast)
                .reduce((_, later) -> later)
                .map(passed -> to(passed.to(), passed.why()));
    }

    private static PassedOnTo to(Keeper keeper, Passing why) {
        ActorId person = keeper.person();
        return new PassedOnTo(keeper.desk(), person == null ? new ActorId("system/nobody") : person, why);
    }
}
