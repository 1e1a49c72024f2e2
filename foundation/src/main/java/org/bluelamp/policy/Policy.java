package org.bluelamp.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.PolicyUse;

/// One version of one policy as read from its file. In force from the start of the day `inForceFrom` to the end of the
/// day before `until`, in the service's zone; without `until` for as long as nothing newer is.
public record Policy<R>(
        String name, int version, LocalDate inForceFrom, Optional<LocalDate> until, PolicyScope scope, List<R> rows) {
    public Policy {
        rows = List.copyOf(rows);
    }

    /// What a decision that rests on this policy records.
    public PolicyUse use() {
        return new PolicyUse(name, version);
    }

    /// The only row of a policy that has exactly one.
    public R only() {
        if (rows.size() != 1) {
            throw new IllegalStateException(
                    "The policy (%s, version %d) has %d rows, not one.".formatted(name, version, rows.size()));
        }
        return rows.getFirst();
    }
}
