package org.bluelamp.contact.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.contact.QuestionSet;
import org.bluelamp.contact.QuestionSet.Answer;
import org.bluelamp.contact.QuestionSet.Question;
import org.bluelamp.contact.QuestionSet.Raise;
import org.bluelamp.contact.QuestionSet.Risk;
import org.bluelamp.contact.Recommendation;
import org.bluelamp.contact.Recommendation.Reason;
import org.bluelamp.kernel.Grade;

/// Which grade the answers of a question set lead to.
public final class Recommend {
    private Recommend() {}

    /// The grades of a scheme, the most urgent first.
    public record Grades(List<Grade> byUrgency) {
        public Grades {
            byUrgency = List.copyOf(byUrgency);
            if (byUrgency.isEmpty()) {
                throw new IllegalArgumentException("A grading scheme has at least one grade.");
            }
        }

        /// From 1 for the most urgent; one past the last for a grade the scheme does not have.
        public int rankOf(Grade grade) {
            int at = byUrgency.indexOf(grade);
            return at < 0 ? byUrgency.size() + 1 : at + 1;
        }

        /// The grade of a rank; the last for a rank the scheme does not reach.
        public Grade at(int rank) {
            return byUrgency.get(Math.min(rank, byUrgency.size()) - 1);
        }
    }

    /// The grade of the type, raised by every answer and by the points of all of them; never lowered.
    ///
    /// Units: ranks from 1, the most urgent. An answer the set does not know counts nothing (`unknown` finds it).
    /// Errors: never throws.
    /// Source: C2; B3 R10; FIELD, row 12, "weighted answers raise the response".
    public static Recommendation of(
            Grades grades, Grade usual, Optional<QuestionSet> asked, Map<String, String> answers) {
        var reasons = new ArrayList<Reason>();
        int rank = Math.min(grades.rankOf(usual), grades.byUrgency().size());
        reasons.add(new Reason("usual for its type", grades.at(rank)));
        int points = 0;
        var risks = EnumSet.noneOf(Risk.class);
        for (Question question : asked.map(QuestionSet::questions).orElse(List.of())) {
            Optional<Answer> given = given(question, answers);
            if (given.isPresent()) {
                Answer answer = given.get();
                points += answer.points();
                answer.risk().ifPresent(risks::add);
                if (answer.atLeast().isPresent()) {
                    int least = answer.atLeast().get().rank();
                    reasons.add(new Reason(answer.reason().orElse(answer.label()), grades.at(least)));
                    rank = Math.min(rank, least);
                }
            }
        }
        for (Raise raise : reached(asked, points)) {
            reasons.add(new Reason(
                    "the answers together count %d points".formatted(points),
                    grades.at(raise.atLeast().rank())));
            rank = Math.min(rank, raise.atLeast().rank());
        }
        return new Recommendation(grades.at(rank), points, reasons, risks);
    }

    /// The most urgent raise that the points reach.
    private static List<Raise> reached(Optional<QuestionSet> asked, int points) {
        return asked.map(QuestionSet::raises).orElse(List.of()).stream()
                .filter(raise -> points >= raise.points())
                .min(Comparator.comparingInt(raise -> raise.atLeast().rank()))
                .stream()
                .toList();
    }

    /// The first answer that the set does not know, as question and answer.
    public static Optional<Map.Entry<String, String>> unknown(
            Optional<QuestionSet> asked, Map<String, String> answers) {
        List<Question> questions = asked.map(QuestionSet::questions).orElse(List.of());
        return answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(answer -> questions.stream()
                        .filter(question -> question.code().equals(answer.getKey()))
                        .noneMatch(question -> known(question, answer.getValue())))
                .findFirst();
    }

    private static boolean known(Question question, String answer) {
        return switch (question.kind()) {
            case YES_NO -> answer.equals("YES") || answer.equals("NO");
            case CHOICE ->
                question.answers().stream().anyMatch(each -> each.code().equals(answer));
            case NUMBER -> answer.matches("\\d{1,6}");
        };
    }

    private static Optional<Answer> given(Question question, Map<String, String> answers) {
        String said = answers.get(question.code());
        if (said == null || !known(question, said)) {
            return Optional.empty();
        }
        return switch (question.kind()) {
            case YES_NO, CHOICE ->
                question.answers().stream()
                        .filter(each -> each.code().equals(said))
                        .findFirst();
            case NUMBER ->
                question.answers().stream()
                        .filter(each -> Integer.parseInt(each.code()) <= Integer.parseInt(said))
                        .max(Comparator.comparingInt(each -> Integer.parseInt(each.code())));
        };
    }
}
