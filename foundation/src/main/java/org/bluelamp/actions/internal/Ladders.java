package org.bluelamp.actions.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bluelamp.actions.Ladder;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.Roles;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The ladders of the policy in force. The program does not start where a rung names a role that nobody can hold.
@Component
class Ladders implements SmartLifecycle {
    /// After policies are loaded (-280), before anything follows the record (-200).
    static final int PHASE = -275;

    static final PolicyKind<Ladder> KIND = new PolicyKind<>("ladders", Ladder.class, Ladders::check);

    private final Policies policies;
    private final Roles roles;
    private final ServiceClock clock;
    private volatile boolean running;

    Ladders(Policies policies, Roles roles, ServiceClock clock) {
        this.policies = policies;
        this.roles = roles;
        this.clock = clock;
    }

    /// A ladder with the policy version it stands in.
    record Found(Ladder ladder, PolicyUse use) {}

    private static void check(Policy<Ladder> policy, PolicyFaults faults) {
        var names = new HashSet<String>();
        for (int i = 0; i < policy.rows().size(); i++) {
            String name = policy.rows().get(i).name();
            if (!names.add(name)) {
                faults.add("rows[%d].name".formatted(i), "The ladder (%s) stands twice.".formatted(name));
            }
        }
    }

    /// Errors: `IllegalArgumentException` for a ladder the policy in force has not.
    Found named(String name, Instant at, Optional<BoroughCode> borough) {
        Policy<Ladder> policy = policies.inForce(KIND, at, borough);
        return policy.rows().stream()
                .filter(ladder -> ladder.name().equals(name))
                .findFirst()
                .map(ladder -> new Found(ladder, policy.use()))
                .orElseThrow(
                        () -> new IllegalArgumentException("The policy in force has no ladder (%s).".formatted(name)));
    }

    @Override
    public void start() {
        List<String> missing = policies.inForce(KIND, clock.now()).rows().stream()
                .flatMap(ladder -> ladder.rungs().stream()
                        .map(Ladder.Rung::role)
                        .filter(role -> roles.find(role).isEmpty())
                        .map(role -> missing(ladder, role)))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), missing));
        }
        running = true;
    }

    private static String missing(Ladder ladder, RoleCode role) {
        return "The ladder (%s) names the role (%s), which the policy in force has not.".formatted(ladder.name(), role);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
