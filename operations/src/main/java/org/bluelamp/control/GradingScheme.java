package org.bluelamp.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.kernel.Grade;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;

/// The grades of a force, most urgent first, the types of incident with the grade each stands for, and the results
/// an incident may be closed with: the policy file `grading.json`.
///
/// Units: `attendWithin` runs from the clock start of its grade. `sendLadder` names the ladder of the policy `ladders`
/// on which somebody is to send, or, for a grade nobody is deployed to, to see to it. Source: C2.
public record GradingScheme(List<GradeRow> grades, List<TypeRow> types, List<ResultRow> results) {

    /// How somebody gets to an incident of a grade.
    public enum Attendance {
        AT_ONCE,
        /// At a time agreed with the caller, kept in the appointment diary.
        BY_APPOINTMENT,
        /// Nobody is deployed: it is dealt with from where it was told.
        NONE
    }

    /// When the time to attend starts to run: with the opening, whatever it is regraded to; or anew with the last
    /// grading.
    public enum ClockStart {
        OPENED,
        GRADED
    }

    /// One grade: its letter, its words, how soon somebody is to be there, who sees to it that somebody is sent,
    /// whether and how somebody attends, from when its time runs. A file that leaves the last two out means a
    /// deployment at once and a clock from the opening.
    public record GradeRow(
            Grade grade,
            String label,
            Optional<Duration> attendWithin,
            String sendLadder,
            Optional<Attendance> attendance,
            Optional<ClockStart> clockStart) {

        public GradeRow {
            if (attendance.equals(Optional.of(Attendance.NONE)) && attendWithin.isPresent()) {
                throw new IllegalArgumentException(
                        "The grade (%s) deploys nobody and yet names a time to attend within.".formatted(grade));
            }
        }

        /// A grade that is attended at once, its time running from the opening.
        public GradeRow(Grade grade, String label, Optional<Duration> attendWithin, String sendLadder) {
            this(grade, label, attendWithin, sendLadder, Optional.empty(), Optional.empty());
        }

        /// Whether somebody is sent.
        public boolean deploys() {
            return attendance.map(how -> how != Attendance.NONE).orElse(true);
        }

        /// Whether somebody comes at an agreed time of the appointment diary.
        public boolean needsAppointment() {
            return attendance.equals(Optional.of(Attendance.BY_APPOINTMENT));
        }

        /// By when somebody is to be there, if the grade names a time.
        public Optional<Instant> attendBy(Instant openedAt, Instant gradedAt) {
            Instant start = switch (clockStart.orElse(ClockStart.OPENED)) {
                case OPENED -> openedAt;
                case GRADED -> gradedAt;
            };
            return attendWithin.map(start::plus);
        }
    }

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
