package org.bluelamp.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.PolicyEvent;
import org.bluelamp.policy.PolicyKind;
import org.bluelamp.policy.PolicyLoad;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static TestProgram program;
    private static Policies policies;
    /// The version of the shipped file; raised with every change of it.
    private static final int SHIPPED = 5;

    private static PolicyKind<?> roles;

    @BeforeAll
    static void start() {
        program = TestProgram.modules(List.of("journal", "policy.internal", "people.internal"));
        policies = program.get(Policies.class);
        roles = program.context().getBeansOfType(PolicyKind.class).values().stream()
                .filter(kind -> kind.name().equals("roles"))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Act act() {
        var officer = new ActorId("p-7");
        return new Act(
                officer,
                new RoleCode("ADMINISTRATOR"),
                officer,
                EnteredHow.SCREEN,
                Optional.empty(),
                new Happened(Instant.parse("2026-05-01T10:00:00Z"), Happened.Precision.SECOND, "screen"),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static String roles(int version, String from, String scope, String label) {
        return """
                { "name": "roles", "version": %d, "inForceFrom": "%s", "scope": %s,
                  "rows": [ { "code": "ADMINISTRATOR", "label": "%s", "scope": "NONE",
                              "permissions": ["people.manage", "policy.load"] } ] }
                """.formatted(version, from, scope, label);
    }

    @Test
    void shipped_policies_are_in_the_record_with_their_text_and_hash() {
        var loaded = program.get(Journal.class)
                .read(new StreamId("policy/roles"), PolicyEvent.class)
                .entries()
                .getFirst();

        assertThat(loaded.act().actor()).isEqualTo(new ActorId("system/policy"));
        assertThat(loaded.event()).isInstanceOfSatisfying(PolicyEvent.Loaded.class, event -> {
            assertThat(event.sha256()).isEqualTo(JournalledPolicies.sha256(event.text()));
            assertThat(policies.text("roles", SHIPPED)).contains(event.text());
        });
    }

    @Test
    void a_late_report_is_judged_by_the_version_in_force_when_it_happened() {
        String borough = "{ \"kind\": \"BOROUGHS\", \"boroughs\": [\"E09000007\"] }";
        String trial = "{ \"kind\": \"TRIAL\", \"boroughs\": [\"E09000007\"] }";
        String service = "{ \"kind\": \"SERVICE\" }";
        String second = roles(SHIPPED + 1, "2026-06-01", service, "Second");
        assertThat(policies.check(second)).isInstanceOf(PolicyLoad.Sound.class);
        assertThat(policies.load(second, act()))
                .isEqualTo(
                        new PolicyLoad.Sound(new PolicyUse("roles", SHIPPED + 1), JournalledPolicies.sha256(second)));
        assertThat(policies.load(second, act())).isInstanceOf(PolicyLoad.AlreadyThere.class);
        policies.load(roles(SHIPPED + 2, "2026-06-01", borough, "Borough"), act());
        policies.load(roles(SHIPPED + 3, "2026-06-01", trial, "Trial"), act());

        var camden = Optional.of(new BoroughCode("E09000007"));
        var westminster = Optional.of(new BoroughCode("E09000033"));
        assertThat(version("2026-05-31T22:59:59Z", camden)).isEqualTo(SHIPPED);
        // In London the day begins an hour earlier than in UTC then.
        assertThat(version("2026-05-31T23:00:00Z", camden)).isEqualTo(SHIPPED + 3);
        assertThat(version("2026-06-01T12:00:00Z", westminster)).isEqualTo(SHIPPED + 1);
        assertThat(version("2026-06-01T12:00:00Z", Optional.empty())).isEqualTo(SHIPPED + 1);
        assertThat(policies.versions().stream()
                        .filter(known -> known.name().equals("roles") && known.version() == SHIPPED + 1))
                .singleElement()
                .satisfies(known -> assertThat(known.loadedBy()).isEqualTo(new ActorId("p-7")));
    }

    private static int version(String at, Optional<BoroughCode> borough) {
        return policies.inForce(roles, Instant.parse(at), borough).version();
    }

    @Test
    void a_changed_file_needs_a_higher_version() {
        assertThat(policies.load(roles(1, "2026-06-01", "{ \"kind\": \"SERVICE\" }", "Changed"), act()))
                .isInstanceOfSatisfying(PolicyLoad.VersionTaken.class, taken -> {
                    assertThat(taken.fault().field()).isEqualTo("version");
                    assertThat(taken.fault().line()).isEqualTo(1);
                });
    }

    @Test
    void the_statements_fit_the_database() {
        SqlContract.check(program.database(), PolicyVersions.class);
    }
}
