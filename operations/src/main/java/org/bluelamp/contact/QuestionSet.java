package org.bluelamp.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bluelamp.policy.Policy;
import org.bluelamp.policy.PolicyFaults;
import org.bluelamp.policy.PolicyKind;

/// What is asked about one type of incident, and what the answers mean for its grade: a row of the policy
/// `question-sets`. The row of type `ANY` is for types without a set of their own.
///
/// Units: urgency is the rank of a grade in the scheme in force, 1 for the most urgent, so that one set serves every
/// scheme; `points` add up over all answers, and `raises` say from how many on at least which urgency is recommended.
public record QuestionSet(String type, List<Question> questions, List<Raise> raises) {
    /// The type code of the set for all other types.
    public static final String ANY = "ANY";

    /// The most questions a set may have: somebody is on the telephone.
    public static final int QUESTIONS_MAX = 10;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

    /// How a question is answered.
    public enum Kind {
        YES_NO,
        CHOICE,
        /// A whole number: an answer of the list counts from its number up, the highest that is reached.
        NUMBER
    }

    /// What makes an incident graver than its grade alone. Kept as it stands here in the record: never renamed once
    /// released.
    public enum Risk {
        LIFE,
        WEAPON,
        VULNERABLE,
        /// The number or the address has called before, lately and more than once.
        REPEAT
    }

    /// The rank of a grade, 1 for the most urgent.
    public record Urgency(int rank) {
        public Urgency {
            if (rank < 1 || rank > 10) {
                throw new IllegalArgumentException(
                        "An urgency (%d) is from 1, the most urgent, to 10.".formatted(rank));
            }
        }
    }

    /// One question in the words the call taker says.
    public record Question(String code, String text, Kind kind, List<Answer> answers) {
        public Question {
            answers = List.copyOf(answers);
            if (!CODE.matcher(code).matches()) {
                throw new IllegalArgumentException("The question (%s) must match %s.".formatted(code, CODE));
            }
        }
    }

    /// One answer: its code (`YES`, `NO`, a word, a number), how it is shown, what it counts, the least urgency it
    /// asks for, the reason that is shown for it, and the risk it makes known.
    public record Answer(
            String code,
            String label,
            int points,
            Optional<Urgency> atLeast,
            Optional<String> reason,
            Optional<Risk> risk) {}

    /// From how many points on at least which urgency is recommended.
    public record Raise(int points, Urgency atLeast) {}

    /// The kind of policy it is.
    public static final PolicyKind<QuestionSet> KIND =
            new PolicyKind<>("question-sets", QuestionSet.class, QuestionSet::check);

    public QuestionSet {
        questions = List.copyOf(questions);
        raises = List.copyOf(raises);
    }

    /// The set for a type, if there is one for it or for any.
    public static Optional<QuestionSet> of(List<QuestionSet> sets, String type) {
        return sets.stream()
                .filter(set -> set.type().equals(type))
                .findFirst()
                .or(() -> sets.stream().filter(set -> set.type().equals(ANY)).findFirst());
    }

    private static void check(Policy<QuestionSet> policy, PolicyFaults faults) {
        var types = policy.rows().stream().map(QuestionSet::type).toList();
        for (int row = 0; row < types.size(); row++) {
            if (types.indexOf(types.get(row)) < row) {
                faults.add("rows[%d].type".formatted(row), "(%s) is given twice.".formatted(types.get(row)));
            }
            check(policy.rows().get(row), "rows[%d]".formatted(row), faults);
        }
    }

    private static void check(QuestionSet set, String row, PolicyFaults faults) {
        if (set.questions().size() > QUESTIONS_MAX) {
            faults.add(row + ".questions", "At most %d questions.".formatted(QUESTIONS_MAX));
        }
        var codes = set.questions().stream().map(Question::code).toList();
        for (int at = 0; at < codes.size(); at++) {
            String question = "%s.questions[%d]".formatted(row, at);
            if (codes.indexOf(codes.get(at)) < at) {
                faults.add(question + ".code", "(%s) is given twice.".formatted(codes.get(at)));
            }
            List<Answer> answers = set.questions().get(at).answers();
            for (int each = 0; each < answers.size(); each++) {
                String fault = fault(set.questions().get(at).kind(), answers.get(each));
                if (!fault.isEmpty()) {
                    faults.add("%s.answers[%d]".formatted(question, each), fault);
                }
            }
        }
    }

    private static String fault(Kind kind, Answer answer) {
        boolean meansSomething = answer.points() != 0 || answer.atLeast().isPresent();
        if (meansSomething && answer.reason().isEmpty()) {
            return "An answer that counts has a reason to show.";
        }
        if (answer.points() < 0) {
            return "Points (%d) are 0 or more: no answer makes anything less urgent.".formatted(answer.points());
        }
        return switch (kind) {
            case YES_NO -> answer.code().matches("YES|NO") ? "" : "A yes or no is answered YES or NO.";
            case CHOICE -> CODE.matcher(answer.code()).matches() ? "" : "The answer must match %s.".formatted(CODE);
            case NUMBER -> answer.code().matches("\\d{1,6}") ? "" : "A number counts from a whole number up.";
        };
    }
}
