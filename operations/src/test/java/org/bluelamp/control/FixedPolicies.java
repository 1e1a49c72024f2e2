package org.bluelamp.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.journal.Act;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Grade;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyKind;
import org.bluelamp.policy.PolicyLoad;
import org.bluelamp.policy.PolicyScope;
import org.bluelamp.policy.PolicyVersion;

/// One small grading scheme, in force for ever, for tests that start the control room without the other
/// modules.
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
            List.of(
                    new GradingScheme.ResultRow("NO_TRACE", "Attended, no trace"),
                    new GradingScheme.ResultRow("CRIME", "Crime recorded"),
                    new GradingScheme.ResultRow(ClosingRules.DUPLICATE, "Same as another incident")));

    /// Everything counts but what the control room itself ends.
    public static final ClosingRules CLOSING = new ClosingRules(
            List.of(new ClosingRules.CodeRow("NO_OFFENCE_DISCLOSED", "No offence disclosed")),
            List.of(new ClosingRules.CodeRow("PSW", "Public safety and welfare")),
            List.of(),
            List.of("NO_TRACE", "DONE", ClosingRules.DUPLICATE),
            "#######/##");

    public static final UnitStatuses STATUSES = new UnitStatuses(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Stream.of(UnitStatus.values())
                    .map(status -> new UnitStatuses.StatusRow(status, status.name(), "0", sendable(status)))
                    .toList());

    public static final QueueRules QUEUE = new QueueRules(
            List.of(
                    new QueueRules.RiskRow(Risk.LIFE, "risk to life", Duration.ZERO, Optional.of(new Grade("I"))),
                    new QueueRules.RiskRow(Risk.WEAPON, "weapon", Duration.ofMinutes(10), Optional.empty()),
                    new QueueRules.RiskRow(Risk.VULNERABLE, "vulnerable", Duration.ofMinutes(15), Optional.empty()),
                    new QueueRules.RiskRow(Risk.REPEAT, "repeat", Duration.ofMinutes(10), Optional.empty())),
            Duration.ofMinutes(10),
            Duration.ofHours(72));

    private static UnitStatuses.Sendable sendable(UnitStatus status) {
        return switch (status) {
            case SENT, ON_THE_WAY, AT_SCENE, DEPLOYABLE -> UnitStatuses.Sendable.BY_DIVERT;
            case CUSTODY, NOT_AVAILABLE -> UnitStatuses.Sendable.NOT;
            case AVAILABLE, PATROLLING, AT_STATION -> UnitStatuses.Sendable.FREELY;
            case MEAL_BREAK -> UnitStatuses.Sendable.WITH_REASON;
        };
    }

    @Override
    public <R> Policy<R> inForce(PolicyKind<R> kind, Instant at, Optional<BoroughCode> borough) {
        R row = Stream.of(SCHEME, CLOSING, STATUSES, QUEUE)
                .filter(kind.row()::isInstance)
                .map(kind.row()::cast)
                .findFirst()
                .orElseThrow();
        return new Policy<>(kind.name(), 1, LocalDate.EPOCH, Optional.empty(), PolicyScope.service(), List.of(row));
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
