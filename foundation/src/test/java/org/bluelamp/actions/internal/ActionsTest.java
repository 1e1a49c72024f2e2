package org.bluelamp.actions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.ActionView;
import org.bluelamp.actions.Actions;
import org.bluelamp.console.Viewer;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static TestProgram program;
    private static Actions actions;

    @BeforeAll
    static void start() {
        program = TestProgram.modules(List.of("journal", "policy.internal", "people.internal", "actions.internal"));
        actions = program.get(Actions.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Viewer viewer(String role) {
        return new Viewer(
                new ActorId("p-1"), "Invented", new RoleCode(role), role, Optional.empty(), Set.of("actions.answer"));
    }

    private static Act act(Instant at) {
        return Act.byProgram("test", new Happened(at, Happened.Precision.MICROSECOND, "test"));
    }

    private static ActionId ask(String name, Instant at) {
        var action = new ActionId("incident/2026-11-22-1/" + name);
        var asked = new ActionRequest.Ask(
                action,
                "Grade and send",
                "incident/2026-11-22-1",
                "control-room",
                Optional.empty(),
                Optional.empty(),
                at);
        assertThat(actions.handle(asked, act(at))).isInstanceOf(Decision.Accepted.class);
        return action;
    }

    @Test
    void what_nobody_did_in_time_climbs_to_the_next_holder_by_itself() throws InterruptedException {
        Instant now = program.get(ServiceClock.class).now();
        ActionId late = ask("late", now.minus(Duration.ofMinutes(6)));

        long waitedUntil = System.nanoTime() + PATIENCE.toNanos();
        while (holder(late).equals("COMMUNICATIONS_OFFICER") && System.nanoTime() < waitedUntil) {
            Thread.sleep(50);
        }

        assertThat(holder(late)).isEqualTo("OM_SUPERVISOR");
        assertThat(actions.heldBy(viewer("OM_SUPERVISOR")))
                .extracting(ActionView::action)
                .contains(late);
    }

    private static String holder(ActionId action) {
        return actions.find(action).map(view -> view.holder().code()).orElse("nobody");
    }

    @Test
    void an_answer_ends_it_and_the_record_says_under_which_policy() {
        Instant now = program.get(ServiceClock.class).now();
        ActionId action = ask("answered", now);
        var answer = new ActionRequest.Answer(
                action, new RoleCode("COMMUNICATIONS_OFFICER"), Optional.empty(), PersonalText.of("Sent MP12."));

        assertThat(actions.handle(answer, act(now))).isInstanceOf(Decision.Accepted.class);

        assertThat(actions.find(action)).isEmpty();
        var entries = program.get(Journal.class)
                .read(new StreamId("action/" + action), ActionEvent.class)
                .entries();
        assertThat(entries)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.act().policies()).contains(new PolicyUse("ladders", 3)));
    }

    @Test
    void the_statements_fit_the_database() {
        SqlContract.check(program.database(), OpenActions.class);
    }
}
