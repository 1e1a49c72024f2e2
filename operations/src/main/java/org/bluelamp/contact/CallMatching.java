package org.bluelamp.contact;

import java.time.Duration;
import java.util.Set;
import org.bluelamp.policy.PolicyKind;

/// When an open incident may be the one somebody calls about, and who is a repeat caller: the policy `call-matching`,
/// one row.
///
/// Units: `withinMetres` on the ground, `within` since it was opened; `wordsShared` words in common are needed where
/// one of the two has no place; words of `ordinary` and those shorter than `lettersMin` do not count. A number
/// or address with `repeatFrom` earlier contacts in `repeatWithin` is a repeat one.
public record CallMatching(
        int withinMetres,
        Duration within,
        int wordsShared,
        int lettersMin,
        int offeredMax,
        int repeatFrom,
        Duration repeatWithin,
        Set<String> ordinary) {

    public static final PolicyKind<CallMatching> KIND =
            new PolicyKind<>("call-matching", CallMatching.class, (policy, faults) -> {
                if (policy.rows().size() != 1) {
                    faults.add("rows", "There is exactly one row.");
                }
            });

    public CallMatching {
        ordinary = Set.copyOf(ordinary);
        if (withinMetres < 1
                || wordsShared < 1
                || lettersMin < 1
                || offeredMax < 1
                || repeatFrom < 1
                || !within.isPositive()) {
            throw new IllegalArgumentException(
                    "Distance, times, words, letters, contacts and how many are offered are above 0.");
        }
    }
}
