package org.bluelamp.control;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;

/// What a force calls the statuses of its units, and which of them may be sent: the policy file `unit-statuses.json`.
///
/// Units: a despatch is undone `undoWithin` of the act by whoever did it; a unit that was sent is to acknowledge within
/// `acknowledgeWithin`.
public record UnitStatuses(Duration undoWithin, Duration acknowledgeWithin, List<StatusRow> statuses) {

    /// One status: the words for it, the code said on the radio, whether a unit in it may be sent to an incident.
    public record StatusRow(UnitStatus status, String label, String code, Sendable sendable) {}

    /// Whether a unit may be sent.
    public enum Sendable {
        FREELY,
        WITH_REASON,
        /// It is committed: another incident gets it by a divert, with a reason.
        BY_DIVERT,
        NOT
    }

    /// The kind of policy it is: one row that has every status once.
    public static final PolicyKind<UnitStatuses> KIND =
            new PolicyKind<>("unit-statuses", UnitStatuses.class, UnitStatuses::check);

    public UnitStatuses {
        statuses = List.copyOf(statuses);
    }

    public StatusRow of(UnitStatus status) {
        return statuses.stream()
                .filter(row -> row.status() == status)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The policy has no status (%s).".formatted(status)));
    }

    private static void check(Policy<UnitStatuses> policy, PolicyFaults faults) {
        if (policy.rows().size() != 1) {
            faults.add(
                    "rows",
                    "Unit statuses have exactly one row, not %d."
                            .formatted(policy.rows().size()));
            return;
        }
        Set<UnitStatus> missing = EnumSet.allOf(UnitStatus.class);
        List<StatusRow> rows = policy.only().statuses();
        for (int i = 0; i < rows.size(); i++) {
            StatusRow row = rows.get(i);
            if (!missing.remove(row.status())) {
                faults.add("rows[0].statuses[%d].status".formatted(i), "(%s) is given twice.".formatted(row.status()));
            }
            if (row.status().onIncident() == (row.sendable() == Sendable.FREELY) && row.sendable() == Sendable.FREELY) {
                faults.add(
                        "rows[0].statuses[%d].sendable".formatted(i),
                        "A unit committed to an incident is not sent freely (%s).".formatted(row.status()));
            }
        }
        missing.forEach(status -> faults.add("rows[0].statuses", "The status (%s) is missing.".formatted(status)));
    }
}
