package org.bluelamp.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Grade;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyKind;
import org.bluelamp.policy.PolicyLoad;
import org.bluelamp.policy.PolicyScope;
import org.bluelamp.policy.PolicyVersion;

/// One small grading scheme, in force for ever, for tests that start the control room without the other modules.
public class FixedPolicies implements Policies {
    public static final GradingScheme SCHEME = new GradingScheme(
            List.of(
                    new GradingScheme.GradeRow(
                            new Grade("I"), "Immediate", Optional.of(Duration.ofMinutes(12)), "control-room"),
                    new GradingScheme.GradeRow(
                            new Grade("S"), "Significant", Optional.of(Duration.ofHours(1)), "control-room")),
            List.of(
                    new GradingScheme.TypeRow("FIGHT", "Fight", new Grade("I")),
                    new GradingScheme.TypeRow("BURGLARY", "Burglary, suspects gone", new Grade("S"))),
            List.of(new GradingScheme.ResultRow("NO_TRACE", "Attended, no trace")));

    @Override
    @SuppressWarnings("unchecked") // There is only one kind.
    public <R> Policy<R> inForce(PolicyKind<R> kind, Instant at, Optional<BoroughCode> borough) {
        return (Policy<R>)
                new Policy<>("grading", 1, LocalDate.EPOCH, Optional.empty(), PolicyScope.service(), List.of(SCHEME));
    }

    @Override
    public PolicyLoad load(String text, Act act) {
        return check(text);
    }

    @Override
    public PolicyLoad check(String text) {
        return new PolicyLoad.Faulty(List.of());
    }

    @Override
    public List<PolicyVersion> versions() {
        return List.of();
    }

    @Override
    public Optional<String> text(String name, int version) {
        return Optional.empty();
    }
}
