package org.bluelamp.workforce;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;

/// One kind of unit, a row of the policy list `unit-kinds`: its label, how many work it, which skills somebody of the
/// crew must hold in date, how long before its beginning one may book on, and how
/// long after its end a tour that nobody booked off is booked off by the program.
public record UnitKind(
        String code,
        String label,
        int crewMin,
        int crewMax,
        Set<String> needs,
        Duration bookOnBefore,
        Duration bookOffWithin) {
    /// The largest crew of any kind (a carrier's serial and its supervisors).
    public static final int CREW_MAX = 30;

    /// With the longest tour less than a day and a half, so that who is on duty is known from the days beside a tour's.
    public static final Duration BOOK_OFF_WITHIN_MAX = Duration.ofHours(6);

    public static final PolicyKind<UnitKind> KIND = new PolicyKind<>("unit-kinds", UnitKind.class, UnitKind::check);

    public UnitKind {
        needs = Set.copyOf(needs);
        if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new IllegalArgumentException(
                    "The code (%s) is upper-case letters, digits, underscore.".formatted(code));
        }
        if (label.isBlank() || label.length() > 60) {
            throw new IllegalArgumentException("The label (%s) has 1 to 60 characters.".formatted(label));
        }
        if (crewMin < 1 || crewMax < crewMin || crewMax > CREW_MAX) {
            throw new IllegalArgumentException(
                    "The crew (%d to %d) must be from 1 to %d.".formatted(crewMin, crewMax, CREW_MAX));
        }
        if (bookOnBefore.isNegative() || bookOnBefore.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("One books on at most 12 hours early, not %s.".formatted(bookOnBefore));
        }
        if (bookOffWithin.isNegative() || bookOffWithin.compareTo(BOOK_OFF_WITHIN_MAX) > 0) {
            throw new IllegalArgumentException("A tour is booked off at most %d hours after its end, not %s."
                    .formatted(BOOK_OFF_WITHIN_MAX.toHours(), bookOffWithin));
        }
    }

    private static void check(Policy<UnitKind> policy, PolicyFaults faults) {
        var codes = new HashSet<String>();
        for (int i = 0; i < policy.rows().size(); i++) {
            if (!codes.add(policy.rows().get(i).code())) {
                faults.add(
                        "rows[%d].code".formatted(i),
                        "The kind (%s) stands twice."
                                .formatted(policy.rows().get(i).code()));
            }
        }
    }
}
