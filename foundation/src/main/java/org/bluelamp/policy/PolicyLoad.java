package org.bluelamp.policy;

import java.util.List;
import org.bluelamp.journal.PolicyUse;

/// What loading or checking a policy file answers.
public sealed interface PolicyLoad {

    /// The file is sound and is now, or would be, a version of its policy.
    record Sound(PolicyUse policy, String sha256) implements PolicyLoad {}

    /// The very same file was loaded before; nothing was written.
    record AlreadyThere(PolicyUse policy, String sha256) implements PolicyLoad {}

    /// The file is sound but has no higher version than the record holds; it is not loaded.
    record VersionTaken(PolicyFault fault) implements PolicyLoad {}

    /// The file is not loaded; every fault that was found, in the order of the file.
    record Faulty(List<PolicyFault> faults) implements PolicyLoad {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
