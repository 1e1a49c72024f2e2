package org.bluelamp.actions;

import java.time.Duration;
import java.util.List;
import org.bluelamp.kernel.RoleCode;

/// Who must act, and who next where nobody did, from the lowest rung: policy `ladders`. Never empty. Units: each rung
/// has its holder act `within` a time; on the highest, the time starts again until somebody acts.
public record Ladder(String name, List<Rung> rungs) {

    /// The most rungs a ladder has.
    public static final int RUNGS_MAX = 10;

    /// A role, and how long it has before the action climbs on.
    public record Rung(RoleCode role, Duration within) {
        public Rung {
            if (within.isNegative() || within.isZero()) {
                throw new IllegalArgumentException("A rung gives its holder some time, not %s.".formatted(within));
            }
        }
    }

    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty() || rungs.size() > RUNGS_MAX) {
            throw new IllegalArgumentException(
                    "The ladder (%s) has %d rungs; it needs 1 to %d.".formatted(name, rungs.size(), RUNGS_MAX));
        }
    }

    /// The rung with this number, from 0, or the highest.
    public Rung rung(int number) {
        return rungs.get(Math.min(number, rungs.size() - 1));
    }

    /// Whether the role stands on this rung or a higher one.
    public boolean reaches(RoleCode role, int fromRung) {
        return rungs.subList(Math.min(fromRung, rungs.size() - 1), rungs.size()).stream()
                .anyMatch(rung -> rung.role().equals(role));
    }
}
