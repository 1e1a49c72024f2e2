package org.bluelamp.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFault;
import org.bluelamp.policy.PolicyKind;
import org.bluelamp.policy.PolicyScope;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
    enum Colour {
        RED,
        AMBER
    }

    record Target(String grade, Duration within, int unitsMax, Set<Colour> colours, Optional<String> note) {
        Target {
            if (unitsMax < 1) {
                throw new IllegalArgumentException("unitsMax (%d) is at least 1.".formatted(unitsMax));
            }
        }
    }

    private static final PolicyKind<Target> KIND = new PolicyKind<>("targets", Target.class, (policy, faults) -> {
        for (int i = 1; i < policy.rows().size(); i++) {
            if (policy.rows().get(i).grade().equals(policy.rows().getFirst().grade())) {
                faults.add("rows[%d].grade".formatted(i), "The grade stands twice.");
            }
        }
    });

    private static final PolicyReader READER = new PolicyReader(List.of(KIND));

    private static List<PolicyFault> faults(String text) {
        return READER.read(text).faults();
    }

    @Test
    void a_sound_file_becomes_its_records() {
        var read = READER.read("""
                { "name": "targets", "version": 2, "inForceFrom": "2026-04-01", "until": "2027-04-01",
                  "scope": { "kind": "TRIAL", "boroughs": ["E09000007"] },
                  "rows": [ { "grade": "I", "within": "PT12M", "unitsMax": 2, "colours": ["RED"] } ] }
                """);

        assertThat(read.faults()).isEmpty();
        assertThat(read.policy())
                .contains(new Policy<>(
                        "targets",
                        2,
                        LocalDate.of(2026, 4, 1),
                        Optional.of(LocalDate.of(2027, 4, 1)),
                        new PolicyScope(PolicyScope.Kind.TRIAL, Set.of(new BoroughCode("E09000007"))),
                        List.of(new Target("I", Duration.ofMinutes(12), 2, Set.of(Colour.RED), Optional.empty()))));
    }

    @Test
    void a_file_with_three_faults_gets_all_three_with_line_and_field() {
        assertThat(faults("""
                { "name": "targets", "version": 1, "inForceFrom": "2026-02-30",
                  "scope": { "kind": "SERVICE" },
                  "rows": [
                    { "grade": "I", "within": "12 minutes", "unitsMax": 2, "colours": ["RED"] },
                    { "grade": "S", "within": "PT60M", "unitsMax": 0, "colours": ["RED"] }
                  ] }
                """))
                .containsExactly(
                        new PolicyFault(
                                1, 51, "inForceFrom", "A date such as 2026-04-01 is expected. Found (2026-02-30)."),
                        new PolicyFault(
                                4, 31, "rows[0].within", "A duration such as PT15M is expected. Found (12 minutes)."),
                        new PolicyFault(5, 5, "rows[1]", "unitsMax (0) is at least 1."));
    }

    @Test
    void fields_that_are_missing_unknown_repeated_or_of_another_kind_are_all_listed() {
        assertThat(faults("""
                { "name": "targets", "version": 1, "inForceFrom": "2026-01-01",
                  "scope": { "kind": "SERVICE" },
                  "rows": [
                    { "grade": "I", "grade": "J", "unitsMax": 1.5, "colours": ["RED", "BLUE"], "colour": "RED" }
                  ] }
                """))
                .extracting(PolicyFault::field)
                .containsExactlyInAnyOrder(
                        "rows[0].grade", "rows[0].within", "rows[0].unitsMax", "rows[0].colours[1]", "rows[0].colour");
    }

    @Test
    void what_is_not_json_is_told_at_its_place() {
        assertThat(faults("{ \"name\": \"targets\",\n  \"version\": x }"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.sentence()).startsWith("Not JSON: ");
                });
        assertThat(faults("")).isNotEmpty();
        assertThat(faults("[]")).isNotEmpty();
        assertThat(faults("[".repeat(1_000))).isNotEmpty();
        assertThat(faults("x".repeat(1 << 21))).isNotEmpty();
    }

    @Test
    void the_checks_of_the_kind_are_placed_at_the_value_they_mean() {
        assertThat(faults("""
                { "name": "targets", "version": 1, "inForceFrom": "2026-01-01",
                  "scope": { "kind": "SERVICE" },
                  "rows": [
                    { "grade": "I", "within": "PT12M", "unitsMax": 2, "colours": ["RED"] },
                    { "grade": "I", "within": "PT60M", "unitsMax": 1, "colours": [] }
                  ] }
                """)).containsExactly(new PolicyFault(5, 16, "rows[1].grade", "The grade stands twice."));
    }

    @Test
    void a_scope_names_boroughs_or_is_the_service() {
        String text = """
                { "name": "targets", "version": 0, "inForceFrom": "2026-01-01", "until": "2025-01-01",
                  "scope": { "kind": "BOROUGHS" },
                  "rows": [ { "grade": "I", "within": "PT12M", "unitsMax": 2, "colours": [] } ] }
                """;
        assertThat(faults(text)).extracting(PolicyFault::field).containsExactly("version", "until", "scope");
    }
}
