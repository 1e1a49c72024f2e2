package org.bluelamp.workforce;

import java.util.HashSet;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;

/// One skill, a row of the policy list `skills`.
public record Skill(String code, String label) {
    public static final PolicyKind<Skill> KIND = new PolicyKind<>("skills", Skill.class, Skill::check);

    public Skill {
        if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new IllegalArgumentException(
                    "The code (%s) is upper-case letters, digits, underscore.".formatted(code));
        }
        if (label.isBlank() || label.length() > 60) {
            throw new IllegalArgumentException("The label (%s) has 1 to 60 characters.".formatted(label));
        }
    }

    private static void check(Policy<Skill> policy, PolicyFaults faults) {
        var codes = new HashSet<String>();
        for (int i = 0; i < policy.rows().size(); i++) {
            if (!codes.add(policy.rows().get(i).code())) {
                faults.add(
                        "rows[%d].code".formatted(i),
                        "The skill (%s) stands twice."
                                .formatted(policy.rows().get(i).code()));
            }
        }
    }
}
