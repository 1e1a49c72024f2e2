package org.bluelamp.actions.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.kernel.Decision.accept;
import static org.bluelamp.kernel.Decision.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bluelamp.actions.ActionEvent;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRefusal;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.Ladder;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.PersonalText;
import org.bluelamp.kernel.RoleCode;
import org.junit.jupiter.api.Test;

class DecideActionTest {
    private static final Instant NINE = Instant.parse("2026-11-22T21:00:00Z");
    private static final ActionId GRADE = new ActionId("incident/2026-11-22-1184/grade-and-send");
    private static final RoleCode POD = new RoleCode("COMMUNICATIONS_OFFICER");
    private static final RoleCode SUPERVISOR = new RoleCode("OM_SUPERVISOR");
    private static final Ladder LADDER = new Ladder(
            "control-room",
            List.of(new Ladder.Rung(POD, Duration.ofMinutes(5)), new Ladder.Rung(SUPERVISOR, Duration.ofMinutes(10))));
    private static final ActionRequest ASK = new ActionRequest.Ask(
            GRADE,
            "Grade and send",
            "incident/2026-11-22-1184",
            "control-room",
            Optional.of(new BoroughCode("E09000007")),
            Optional.of("closing"),
            NINE);
    private static final ActionEvent ASKED = new ActionEvent.Asked(
            GRADE,
            "Grade and send",
            "incident/2026-11-22-1184",
            "control-room",
            POD,
            Optional.of(new BoroughCode("E09000007")),
            NINE.plusSeconds(300),
            Optional.of("closing"));
    private static final Action OPEN = Action.from(List.of(ASKED));

    private static Decision<ActionEvent, ActionRefusal> decide(Action action, ActionRequest request) {
        return DecideAction.decide(action, request, Optional.of(LADDER));
    }

    private static ActionRequest answer(RoleCode role) {
        return new ActionRequest.Answer(GRADE, role, Optional.empty(), PersonalText.of("Sent MP12."));
    }

    @Test
    void it_is_held_by_the_lowest_rung_from_the_first_moment() {
        assertThat(decide(new Action.NotAsked(), ASK)).isEqualTo(accept(ASKED));
        assertThat(decide(OPEN, ASK)).isEqualTo(refuse(new ActionRefusal.AlreadyAsked(GRADE)));
    }

    @Test
    void when_its_time_passes_it_climbs_and_at_the_top_it_stays_and_is_reminded() {
        var first = new ActionRequest.Climb(GRADE, NINE.plusSeconds(300), NINE.plusSeconds(301));
        var climbed = new ActionEvent.Climbed(GRADE, 1, SUPERVISOR, NINE.plusSeconds(901));
        assertThat(decide(OPEN, first)).isEqualTo(accept(climbed));

        var second = new ActionRequest.Climb(GRADE, NINE.plusSeconds(901), NINE.plusSeconds(901));
        assertThat(decide(OPEN.after(climbed), second))
                .isEqualTo(accept(new ActionEvent.Reminded(GRADE, 1, SUPERVISOR, NINE.plusSeconds(1501))));
    }

    @Test
    void a_clock_that_fires_again_after_it_climbed_changes_nothing() {
        var climbed = new ActionEvent.Climbed(GRADE, 1, SUPERVISOR, NINE.plusSeconds(901));
        var again = new ActionRequest.Climb(GRADE, NINE.plusSeconds(300), NINE.plusSeconds(301));

        assertThat(decide(OPEN.after(climbed), again)).isEqualTo(refuse(new ActionRefusal.NotYetDue(GRADE)));
    }

    @Test
    void the_holder_and_those_above_may_answer_and_nobody_else() {
        var sergeant = new RoleCode("PATROL_SERGEANT");
        var answered = new ActionEvent.Answered(GRADE, SUPERVISOR, PersonalText.of("Sent MP12."));

        assertThat(decide(OPEN, answer(SUPERVISOR))).isEqualTo(accept(answered));
        assertThat(decide(OPEN, answer(sergeant)))
                .isEqualTo(refuse(new ActionRefusal.HeldByOthers(GRADE, POD, sergeant)));
        assertThat(DecideAction.decide(OPEN.after(answered), answer(POD), Optional.empty()))
                .isEqualTo(refuse(new ActionRefusal.AlreadyOver(GRADE)));
    }

    @Test
    void an_open_action_always_has_a_holder_whatever_is_asked() {
        long seed = 20_261_122L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int run = 0; run < 1_000; run++) {
            Action action = new Action.NotAsked();
            Instant now = NINE;
            for (int step = 0; step < 12; step++) {
                now = now.plusSeconds(random.nextInt(1, 600));
                var decision = decide(action, some(random, action, now));
                if (decision instanceof Decision.Accepted<ActionEvent, ActionRefusal>(List<ActionEvent> events)) {
                    for (ActionEvent event : events) {
                        action = action.after(event);
                    }
                }
                if (action instanceof Action.Open open) {
                    assertThat(LADDER.rungs())
                            .as("seed %d, run %d", seed, run)
                            .anyMatch(rung -> rung.role().equals(open.holder()));
                }
            }
        }
    }

    private static ActionRequest some(RandomGenerator random, Action action, Instant now) {
        Instant due = action instanceof Action.Open open ? open.dueAt() : now;
        return switch (random.nextInt(6)) {
            case 0 -> ASK;
            case 1 -> answer(random.nextBoolean() ? POD : new RoleCode("PATROL_SERGEANT"));
            case 2 -> new ActionRequest.Withdraw(GRADE, "closed");
            default -> new ActionRequest.Climb(GRADE, due, now);
        };
    }
}
