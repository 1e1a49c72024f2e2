package org.bluelamp.people;

import java.util.Set;
import org.bluelamp.kernel.RoleCode;

/// A role as the policy `roles` has it: its label, how far its view reaches and what it may do.
/// The code is the papers' word and never changes; the label is the force's own.
public record Role(RoleCode code, String label, Reach scope, Set<String> permissions) {

    /// How far a role sees.
    public enum Reach {
        /// The whole service.
        SERVICE,
        /// The borough of the post; other boroughs for a stated, logged reason.
        BOROUGH,
        /// No live incident at all: figures, policies and the record's proof only.
        NONE
    }

    public Role {
        permissions = Set.copyOf(permissions);
        if (label.isBlank() || label.length() > 60) {
            throw new IllegalArgumentException("The label (%s) of a role has 1 to 60 characters.".formatted(label));
        }
    }
}
