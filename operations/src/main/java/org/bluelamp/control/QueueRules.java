package org.bluelamp.control;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.kernel.Grade;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;

/// How the one queue is ranked: the policy file `queue.json`. Grades come in the order of the grading scheme; within a
/// grade, whoever still waits for a unit comes before whoever has one, and then the time to attend by decides.
///
/// Units: a risk brings an incident forward by `forward`, or puts it among those of another grade (`as`); one that lost
/// its unit to another incident comes forward by `divertedForward`; a grade without a time to attend by counts as
/// `unhurried` after its opening.
public record QueueRules(List<RiskRow> risks, Duration divertedForward, Duration unhurried) {

    /// What one risk does to the rank.
    public record RiskRow(Risk risk, String label, Duration forward, Optional<Grade> as) {}

    /// The kind of policy it is: one row that has every risk once.
    public static final PolicyKind<QueueRules> KIND = new PolicyKind<>("queue", QueueRules.class, QueueRules::check);

    public QueueRules {
        risks = List.copyOf(risks);
    }

    public RiskRow of(Risk risk) {
        return risks.stream()
                .filter(row -> row.risk() == risk)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The policy has no risk (%s).".formatted(risk)));
    }

    private static void check(Policy<QueueRules> policy, PolicyFaults faults) {
        if (policy.rows().size() != 1) {
            faults.add(
                    "rows",
                    "Queue rules have exactly one row, not %d."
                            .formatted(policy.rows().size()));
            return;
        }
        Set<Risk> missing = EnumSet.allOf(Risk.class);
        List<RiskRow> rows = policy.only().risks();
        for (int i = 0; i < rows.size(); i++) {
            if (!missing.remove(rows.get(i).risk())) {
                faults.add(
                        "rows[0].risks[%d].risk".formatted(i),
                        "(%s) is given twice.".formatted(rows.get(i).risk()));
            }
        }
        missing.forEach(risk -> faults.add("rows[0].risks", "The risk (%s) is missing.".formatted(risk)));
    }
}
