package org.bluelamp.persons;

import java.time.Duration;
import java.util.regex.Pattern;
import org.bluelamp.policy.PolicyKind;

/// One kind of warning, a row of the policy `warnings`: its words, and how long such a warning is shown at most before
/// somebody must say again that it holds. Units: `keptAtMost` from the setting.
public record WarningKind(String code, String label, Duration keptAtMost) {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z_]{1,31}");

    /// The kind of policy it is: no code given twice.
    public static final PolicyKind<WarningKind> KIND =
            new PolicyKind<>("warnings", WarningKind.class, (policy, faults) -> {
                var codes = policy.rows().stream().map(WarningKind::code).toList();
                for (int i = 0; i < codes.size(); i++) {
                    if (codes.indexOf(codes.get(i)) < i) {
                        faults.add("rows[%d].code".formatted(i), "(%s) is given twice.".formatted(codes.get(i)));
                    }
                }
            });

    public WarningKind {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("The kind of warning (%s) must match %s.".formatted(code, FORM));
        }
        if (!keptAtMost.isPositive()) {
            throw new IllegalArgumentException("A warning (%s) is shown for some time at least.".formatted(code));
        }
    }
}
