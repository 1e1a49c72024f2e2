package org.bluelamp.people.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.Role;
import org.bluelamp.people.Roles;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;
import org.springframework.stereotype.Component;

/// The roles of the policy `roles` in force on the service clock.
@Component
class RolesInForce implements Roles {
    private static final Pattern PERMISSION = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");

    /// What somebody must be able to do, or nobody could ever put a policy or a post right again.
    private static final Set<String> NEVER_WITHOUT = Set.of("people.manage", "policy.load");

    static final PolicyKind<Role> KIND = new PolicyKind<>("roles", Role.class, RolesInForce::check);

    private final Policies policies;
    private final ServiceClock clock;

    RolesInForce(Policies policies, ServiceClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    private static void check(Policy<Role> policy, PolicyFaults faults) {
        var codes = new HashSet<RoleCode>();
        for (int i = 0; i < policy.rows().size(); i++) {
            Role role = policy.rows().get(i);
            if (!codes.add(role.code())) {
                faults.add("rows[%d].code".formatted(i), "The role (%s) stands twice.".formatted(role.code()));
            }
            for (String permission : role.permissions()) {
                if (!PERMISSION.matcher(permission).matches()) {
                    faults.add(
                            "rows[%d].permissions".formatted(i),
                            "The permission (%s) must match %s.".formatted(permission, PERMISSION));
                } else if (role.scope() == Role.Reach.NONE && permission.startsWith("incident.")) {
                    faults.add(
                            "rows[%d].scope".formatted(i),
                            "A role that sees no incident cannot have (%s).".formatted(permission));
                }
            }
        }
        for (String needed : NEVER_WITHOUT) {
            if (policy.rows().stream().noneMatch(role -> role.permissions().contains(needed))) {
                faults.add("rows", "No role has (%s); nobody could put it right again.".formatted(needed));
            }
        }
    }

    @Override
    public Optional<Role> find(RoleCode code) {
        return all().stream().filter(role -> role.code().equals(code)).findFirst();
    }

    @Override
    public List<Role> all() {
        return policies.inForce(KIND, clock.now()).rows();
    }
}
