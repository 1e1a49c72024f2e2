package org.bluelamp.control;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;

/// What must be filled before a log is closed: the policy file `closing.json`. An incident of a type that may be a
/// crime
/// is closed with a crime number or the reason it is no crime, and with its national category.
public record ClosingRules(
        List<CodeRow> noCrimeReasons,
        List<CodeRow> categories,
        List<String> typesUncounted,
        List<String> resultsUncounted,
        String crimeNumberForm) {

    /// The result of an incident that is dealt with in another one.
    public static final String DUPLICATE = "DUPLICATE";

    /// A code and its words.
    public record CodeRow(String code, String label) {}

    /// The kind of policy it is: one row.
    public static final PolicyKind<ClosingRules> KIND =
            new PolicyKind<>("closing", ClosingRules.class, ClosingRules::check);

    public ClosingRules {
        noCrimeReasons = List.copyOf(noCrimeReasons);
        categories = List.copyOf(categories);
        typesUncounted = List.copyOf(typesUncounted);
        resultsUncounted = List.copyOf(resultsUncounted);
    }

    /// Whether an incident of this type with this result is closed only once it is said how it counts.
    public boolean counts(String type, String result) {
        return !typesUncounted.contains(type) && !resultsUncounted.contains(result);
    }

    /// Whether a crime number has the force's form: `#` stands for a figure, `A` for a letter, all else for itself.
    public boolean crimeNumberFits(String number) {
        if (number.length() != crimeNumberForm.length()) {
            return false;
        }
        for (int i = 0; i < number.length(); i++) {
            char asked = crimeNumberForm.charAt(i);
            char given = number.charAt(i);
            boolean fits = switch (asked) {
                case '#' -> given >= '0' && given <= '9';
                case 'A' -> given >= 'A' && given <= 'Z';
                default -> asked == given;
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    public Optional<CodeRow> noCrimeReason(String code) {
        return noCrimeReasons.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    public Optional<CodeRow> category(String code) {
        return categories.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    private static void check(Policy<ClosingRules> policy, PolicyFaults faults) {
        if (policy.rows().size() != 1) {
            faults.add(
                    "rows",
                    "Closing rules have exactly one row, not %d."
                            .formatted(policy.rows().size()));
            return;
        }
        once("noCrimeReasons", policy.only().noCrimeReasons(), faults);
        once("categories", policy.only().categories(), faults);
        if (policy.only().crimeNumberForm().isBlank()) {
            faults.add("rows[0].crimeNumberForm", "A crime number has a form, such as `#######/##`.");
        }
    }

    private static void once(String list, List<CodeRow> rows, PolicyFaults faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!seen.add(rows.get(i).code())) {
                faults.add(
                        "rows[0].%s[%d].code".formatted(list, i),
                        "(%s) is given twice.".formatted(rows.get(i).code()));
            }
        }
        if (rows.isEmpty()) {
            faults.add("rows[0]." + list, "At least one is needed.");
        }
    }
}
