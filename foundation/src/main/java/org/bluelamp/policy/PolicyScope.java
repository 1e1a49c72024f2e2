package org.bluelamp.policy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluelamp.kernel.BoroughCode;

/// Where a policy holds: the whole service, named boroughs, or on trial in named boroughs. A trial goes before a
/// borough's own policy, and that before the service's.
public record PolicyScope(Kind kind, Set<BoroughCode> boroughs) {

    /// From the weakest to the strongest.
    public enum Kind {
        SERVICE,
        BOROUGHS,
        TRIAL
    }

    public PolicyScope {
        boroughs = Set.copyOf(boroughs);
        if ((kind == Kind.SERVICE) != boroughs.isEmpty()) {
            throw new IllegalArgumentException(
                    "A policy for the service names no borough, any other at least one (%s, %d boroughs)."
                            .formatted(kind, boroughs.size()));
        }
    }

    public static PolicyScope service() {
        return new PolicyScope(Kind.SERVICE, Set.of());
    }

    /// In words and one order: `service`, `boroughs E09000007 E09000033`, `trial E09000007`.
    public String text() {
        return switch (kind) {
            case SERVICE -> "service";
            case BOROUGHS -> "boroughs " + codes();
            case TRIAL -> "trial " + codes();
        };
    }

    private String codes() {
        return boroughs.stream().map(BoroughCode::code).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(" "));
    }
}
