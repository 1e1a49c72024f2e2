package org.bluelamp.console;

import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;

/// Who looks at a page: the signed-in person, the role they act in, the borough that bounds their view (none for
/// service-wide roles) and what they may do.
public record Viewer(
        ActorId actor,
        String displayName,
        RoleCode role,
        String roleLabel,
        Optional<BoroughCode> borough,
        Set<String> permissions) {
    public Viewer {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(String permission) {
        return permission.equals(Needs.SIGNED_IN)
                || permission.equals(Needs.NOBODY)
                || permissions.contains(permission);
    }
}
