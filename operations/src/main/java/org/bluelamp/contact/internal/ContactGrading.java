package org.bluelamp.contact.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.contact.Account;
import org.bluelamp.contact.ContactRequest.Finish;
import org.bluelamp.contact.QuestionSet;
import org.bluelamp.contact.Recommendation;
import org.bluelamp.contact.decide.DecideContact.Grading;
import org.bluelamp.contact.decide.Recommend;
import org.bluelamp.contact.decide.Recommend.Grades;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.GradingScheme.GradeRow;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.springframework.stereotype.Component;

/// The grading scheme and the question sets in force when somebody called.
@Component
class ContactGrading {
    private final Policies policies;

    ContactGrading(Policies policies) {
        this.policies = policies;
    }

    /// What grading rests on, and the versions of the policies it was read from.
    record InForce(Grading grading, List<PolicyUse> used) {
        InForce {
            used = List.copyOf(used);
        }
    }

    InForce inForce(Finish request, boolean repeat) {
        Instant at = request.taker().at();
        BoroughCode borough = request.taker().within();
        Account account = request.account();
        Policy<GradingScheme> scheme = policies.inForce(GradingScheme.KIND, at, Optional.ofNullable(borough));
        Policy<QuestionSet> sets = policies.inForce(QuestionSet.KIND, at, Optional.ofNullable(borough));
        Grades grades = grades(scheme.only());
        Optional<QuestionSet> asked = QuestionSet.of(sets.rows(), account.type());
        Optional<Recommendation> recommended = scheme.only()
                .type(account.type())
                .map(type -> Recommend.of(
                        grades, type.usualGrade(), asked, request.assessment().answers()));
        return new InForce(new Grading(grades, asked, recommended, repeat), List.of(scheme.use(), sets.use()));
    }

    Optional<QuestionSet> questions(String type, Instant at) {
        return QuestionSet.of(policies.inForce(QuestionSet.KIND, at).rows(), type);
    }

    Optional<Recommendation> recommend(
            String type, Map<String, String> answers, Instant at, Optional<BoroughCode> borough) {
        GradingScheme scheme = policies.inForce(GradingScheme.KIND, at, borough).only();
        Optional<QuestionSet> asked =
                QuestionSet.of(policies.inForce(QuestionSet.KIND, at, borough).rows(), type);
        return scheme.type(type).map(row -> Recommend.of(grades(scheme), row.usualGrade(), asked, answers));
    }

    private static Grades grades(GradingScheme scheme) {
        return new Grades(scheme.grades().stream().map(GradeRow::grade).toList());
    }
}
