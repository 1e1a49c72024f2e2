package org.bluelamp.contact.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bluelamp.contact.QuestionSet;
import org.bluelamp.contact.QuestionSet.Answer;
import org.bluelamp.contact.QuestionSet.Kind;
import org.bluelamp.contact.QuestionSet.Question;
import org.bluelamp.contact.QuestionSet.Raise;
import org.bluelamp.contact.QuestionSet.Risk;
import org.bluelamp.contact.QuestionSet.Urgency;
import org.bluelamp.contact.Recommendation;
import org.bluelamp.contact.Recommendation.Reason;
import org.bluelamp.contact.decide.Recommend.Grades;
import org.bluelamp.kernel.Grade;
import org.junit.jupiter.api.Test;

class RecommendTest {
    private static final Grade I = new Grade("I");
    private static final Grade S = new Grade("S");
    private static final Grade E = new Grade("E");
    private static final Grades GRADES = new Grades(List.of(I, S, E, new Grade("R")));
    private static final QuestionSet SET = new QuestionSet(
            "FIGHT",
            List.of(
                    new Question(
                            "WEAPON",
                            "Has anybody a weapon?",
                            Kind.YES_NO,
                            List.of(
                                    answer("YES", 5, 1, "a weapon is there", Risk.WEAPON),
                                    answer("NO", 0, 0, "", null))),
                    new Question(
                            "BEFORE", "Before?", Kind.YES_NO, List.of(answer("YES", 2, 0, "it happened before", null))),
                    new Question(
                            "HOW_MANY",
                            "How many?",
                            Kind.NUMBER,
                            List.of(answer("0", 0, 0, "", null), answer("5", 3, 2, "five or more", null)))),
            List.of(new Raise(4, new Urgency(2))));

    @Test
    void without_an_answer_the_grade_is_the_usual_one_of_the_type() {
        assertThat(Recommend.of(GRADES, E, Optional.of(SET), Map.of()))
                .isEqualTo(new Recommendation(E, 0, List.of(new Reason("usual for its type", E)), Set.of()));
    }

    @Test
    void an_answer_raises_the_grade_and_is_given_as_the_reason() {
        assertThat(Recommend.of(GRADES, E, Optional.of(SET), Map.of("WEAPON", "YES")))
                .isEqualTo(new Recommendation(
                        I,
                        5,
                        List.of(
                                new Reason("usual for its type", E),
                                new Reason("a weapon is there", I),
                                new Reason("the answers together count 5 points", S)),
                        Set.of(Risk.WEAPON)));
    }

    @Test
    void a_number_counts_from_the_highest_step_it_reaches_and_points_add_up() {
        assertThat(Recommend.of(GRADES, E, Optional.of(SET), Map.of("HOW_MANY", "4"))
                        .grade())
                .isEqualTo(E);
        assertThat(Recommend.of(GRADES, E, Optional.of(SET), Map.of("HOW_MANY", "12"))
                        .grade())
                .isEqualTo(S);
        assertThat(Recommend.of(GRADES, E, Optional.of(SET), Map.of("HOW_MANY", "6", "BEFORE", "YES"))
                        .points())
                .isEqualTo(5);
    }

    @Test
    void an_answer_makes_nothing_less_urgent() {
        assertThat(Recommend.of(GRADES, I, Optional.of(SET), Map.of("HOW_MANY", "12"))
                        .grade())
                .isEqualTo(I);
    }

    @Test
    void an_answer_outside_the_vocabulary_counts_nothing_and_is_found() {
        assertThat(Recommend.of(GRADES, E, Optional.of(SET), Map.of("WEAPON", "PERHAPS"))
                        .grade())
                .isEqualTo(E);
        assertThat(Recommend.unknown(Optional.of(SET), Map.of("WEAPON", "PERHAPS")))
                .contains(Map.entry("WEAPON", "PERHAPS"));
        assertThat(Recommend.unknown(Optional.of(SET), Map.of("HOW_MANY", "7", "WEAPON", "NO")))
                .isEmpty();
        assertThat(Recommend.unknown(Optional.empty(), Map.of("WEAPON", "YES"))).isPresent();
    }

    /// 1,000 question sets and answers made by a seed: no answer's least urgency is ever undercut, one more answer
    /// never lowers the grade, and every grade given has a reason at least as urgent.
    @Test
    void the_recommended_grade_is_never_less_urgent_than_any_answer_asks_for() {
        long seed = 20_261_122L;
        System.out.println("Recommended grades, seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            var grades =
                    new Grades(List.of(I, S, E, new Grade("R"), new Grade("5")).subList(0, 1 + random.nextInt(5)));
            QuestionSet set = madeUp(random);
            Grade usual = grades.at(1 + random.nextInt(grades.byUrgency().size()));
            var answers = new HashMap<String, String>();
            Recommendation before = Recommend.of(grades, usual, Optional.of(set), answers);
            for (Question question : set.questions()) {
                Answer answer =
                        question.answers().get(random.nextInt(question.answers().size()));
                answers.put(question.code(), answer.code());
                Recommendation after = Recommend.of(grades, usual, Optional.of(set), answers);
                int rank = grades.rankOf(after.grade());
                answer.atLeast().ifPresent(least -> assertThat(rank).isLessThanOrEqualTo(least.rank()));
                assertThat(rank).isLessThanOrEqualTo(grades.rankOf(before.grade()));
                assertThat(after.reasons().stream().mapToInt(reason -> grades.rankOf(reason.atLeast())))
                        .as("the grade has its reason")
                        .contains(rank);
                before = after;
            }
        }
    }

    private static QuestionSet madeUp(Random random) {
        var questions = new ArrayList<Question>();
        for (int number = 0; number < 1 + random.nextInt(6); number++) {
            var answers = new ArrayList<Answer>();
            for (int each = 0; each < 1 + random.nextInt(3); each++) {
                answers.add(answer("A" + each, random.nextInt(6), random.nextInt(6), "made up", null));
            }
            questions.add(new Question("Q" + number, "?", Kind.CHOICE, answers));
        }
        return new QuestionSet(
                "FIGHT",
                questions,
                List.of(new Raise(5, new Urgency(2)), new Raise(1 + random.nextInt(9), new Urgency(1))));
    }

    private static Answer answer(String code, int points, int least, String reason, Risk risk) {
        return new Answer(
                code,
                code,
                points,
                least == 0 ? Optional.empty() : Optional.of(new Urgency(least)),
                reason.isEmpty() ? Optional.empty() : Optional.of(reason),
                Optional.ofNullable(risk));
    }
}
