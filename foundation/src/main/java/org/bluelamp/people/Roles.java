package org.bluelamp.people;

import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.RoleCode;

/// The roles in force now.
public interface Roles {
    Optional<Role> find(RoleCode code);

    /// In the order of the policy file.
    List<Role> all();
}
