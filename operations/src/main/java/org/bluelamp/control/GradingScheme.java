package org.bluelamp.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.Grade;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;

/// The grades of a force, most urgent first, the types of incident with the grade each stands for, and the results
/// an incident may be closed with: the policy file `grading.json`.
///
/// Units: `attendWithin` runs from the opening; a grade may leave attendance to an appointment. `sendLadder` names the
/// ladder of the policy `ladders` on which somebody is to send.
public record GradingScheme(List<GradeRow> grades, List<TypeRow> types, List<ResultRow> results) {

    /// One grade: its letter, its words, how soon somebody is to be there, who sees to it that somebody is sent.
    public record GradeRow(Grade grade, String label, Optional<Duration> attendWithin, String sendLadder) {}

    /// One type of incident, and the grade it has unless somebody says otherwise.
    public record TypeRow(String code, String label, Grade usualGrade) {}

    /// One result.
    public record ResultRow(String code, String label) {}

    /// The kind of policy it is: one row, whose types stand for grades it has, with no code given twice.
    public static final PolicyKind<GradingScheme> KIND =
            new PolicyKind<>("grading", GradingScheme.class, GradingScheme::check);

    public GradingScheme {
        grades = List.copyOf(grades);
        types = List.copyOf(types);
        results = List.copyOf(results);
    }

    public Optional<GradeRow> grade(Grade grade) {
        return grades.stream().filter(row -> row.grade().equals(grade)).findFirst();
    }

    public Optional<TypeRow> type(String code) {
        return types.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    public Optional<ResultRow> result(String code) {
        return results.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /// The label of a type, or its code where the policy in force no longer has it.
    public String typeLabel(String code) {
        return type(code).map(TypeRow::label).orElse(code);
    }

    /// 0 for the most urgent grade; one past the last for a grade the policy in force no longer has.
    public int rankOf(Grade grade) {
        for (int rank = 0; rank < grades.size(); rank++) {
            if (grades.get(rank).grade().equals(grade)) {
                return rank;
            }
        }
        return grades.size();
    }

    private static void check(Policy<GradingScheme> policy, PolicyFaults faults) {
        if (policy.rows().size() != 1) {
            faults.add(
                    "rows",
                    "A grading scheme has exactly one row, not %d."
                            .formatted(policy.rows().size()));
            return;
        }
        GradingScheme scheme = policy.only();
        once("grades", scheme.grades().stream().map(row -> row.grade().code()).toList(), "grade", faults);
        once("types", scheme.types().stream().map(TypeRow::code).toList(), "code", faults);
        once("results", scheme.results().stream().map(ResultRow::code).toList(), "code", faults);
        for (int i = 0; i < scheme.types().size(); i++) {
            TypeRow type = scheme.types().get(i);
            if (scheme.grade(type.usualGrade()).isEmpty()) {
                faults.add(
                        "rows[0].types[%d].usualGrade".formatted(i),
                        "The grade (%s) is not in this scheme.".formatted(type.usualGrade()));
            }
        }
    }

    private static void once(String list, List<String> codes, String field, PolicyFaults faults) {
        if (codes.isEmpty()) {
            faults.add("rows[0]." + list, "At least one is needed.");
        }
        for (int i = 0; i < codes.size(); i++) {
            if (codes.indexOf(codes.get(i)) < i) {
                faults.add(
                        "rows[0].%s[%d].%s".formatted(list, i, field), "(%s) is given twice.".formatted(codes.get(i)));
            }
        }
    }
}
