package org.bluelamp.desks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.PolicyFault;
import org.bluelamp.policy.PolicyLoad;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The shipped plan, and what is found wrong in others.
class DeskPlanTest {
    private static TestProgram program;

    @BeforeAll
    static void start() {
        program = TestProgram.web(List.of("journal", "console", "policy", "people", "actions", "desks"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static String shipped() throws IOException {
        try (InputStream in = DeskPlan.class.getResourceAsStream("/policies/desks.json")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"version\": 1", "\"version\": 2");
        }
    }

    private static List<String> faults(String text) {
        return program.get(Policies.class).check(text) instanceof PolicyLoad.Faulty faulty
                ? faulty.faults().stream().map(PolicyFault::sentence).toList()
                : List.of();
    }

    @Test
    void the_shipped_plan_serves_every_borough_of_london_and_westminster_has_a_pod_of_its_own() throws IOException {
        assertThat(faults(shipped())).isEmpty();
        DeskPlan plan = program.get(Desks.class).plan();
        assertThat(plan.boroughs()).hasSize(32);
        assertThat(plan.desk(new DeskCode("pod-1")).orElseThrow().boroughs())
                .singleElement()
                .hasToString("E09000033");
    }

    @Test
    void every_fault_of_a_plan_is_listed_at_once() throws IOException {
        String faulty = shipped()
                .replace("[ \"E09000033\" ]", "[ \"E09000007\", \"E09000001\" ]")
                .replace("\"withoutBorough\": \"pod-1\"", "\"withoutBorough\": \"om-1\"")
                .replace("\"coveredBy\": \"shift-manager\"", "\"coveredBy\": \"om-1\"")
                .replace("\"coveredBy\": \"on-call\"", "\"coveredBy\": \"nowhere\"")
                .replace("PT30S", "PT30M");
        assertThat(faults(faulty))
                .contains(
                        "(PT30M) is more than nothing and at most PT10M.",
                        "The borough (E09000007) is served by (pod-1).",
                        "The borough (E09000001) is none of the service's.",
                        "The borough (E09000033) is served by no pod.",
                        "What has no borough goes to a pod; (om-1) is none.",
                        "The cover of (om-1) runs in a circle.",
                        "The cover of (pod-3) runs in a circle.",
                        "There is no desk (nowhere).");
    }

    @Test
    void a_program_whose_service_has_nobody_on_call_starts_and_says_so() {
        assertThat(program.get(Desks.class).onCallMissing()).isTrue();
        assertThat(program.get(Desks.class).onCall()).isEmpty();
        assertThat(program.get(org.bluelamp.actions.Actions.class).about(Desks.STREAM.text()))
                .singleElement()
                .satisfies(action -> assertThat(action.holder().code()).isEqualTo("ADMINISTRATOR"));
    }
}
