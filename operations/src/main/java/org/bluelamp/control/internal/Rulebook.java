package org.bluelamp.control.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.control.Asked;
import org.bluelamp.control.ClosingRules;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentRequest;
import org.bluelamp.control.UnitStatuses;
import org.bluelamp.control.decide.Before.Rules;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.policy.Policies;
import org.springframework.stereotype.Component;

/// The policies the control room decides by, as they are in force when somebody asks, where they ask.
@Component
class Rulebook {
    private final Policies policies;

    Rulebook(Policies policies) {
        this.policies = policies;
    }

    GradingScheme grading(Instant at) {
        return policies.inForce(GradingScheme.KIND, at).only();
    }

    Rules rules(Asked asked) {
        var within = Optional.ofNullable(asked.sight().within());
        return new Rules(
                policies.inForce(GradingScheme.KIND, asked.at(), within).only(),
                policies.inForce(ClosingRules.KIND, asked.at(), within).only(),
                policies.inForce(UnitStatuses.KIND, asked.at(), within).only());
    }

    /// The versions that had a say in a request.
    List<PolicyUse> used(IncidentRequest request) {
        Asked asked = request.asked();
        var within = Optional.ofNullable(asked.sight().within());
        return switch (request) {
            case IncidentRequest.Open _,
                    IncidentRequest.Regrade _,
                    IncidentRequest.AskRegrade _,
                    IncidentRequest.SayResult _ ->
                List.of(policies.inForce(GradingScheme.KIND, asked.at(), within).use());
            case IncidentRequest.Close _ ->
                List.of(
                        policies.inForce(ClosingRules.KIND, asked.at(), within).use(),
                        policies.inForce(GradingScheme.KIND, asked.at(), within).use());
            case IncidentRequest.Code _ ->
                List.of(policies.inForce(ClosingRules.KIND, asked.at(), within).use());
            case IncidentRequest.Assign _, IncidentRequest.Divert _, IncidentRequest.Undo _ ->
                List.of(policies.inForce(UnitStatuses.KIND, asked.at(), within).use());
            case IncidentRequest.AddNote _,
                    IncidentRequest.CorrectNote _,
                    IncidentRequest.Restrict _,
                    IncidentRequest.Assess _,
                    IncidentRequest.DeclineRegrade _,
                    IncidentRequest.Appoint _,
                    IncidentRequest.StandDown _,
                    IncidentRequest.SayStatus _,
                    IncidentRequest.Finish _,
                    IncidentRequest.LinkDuplicate _,
                    IncidentRequest.Relate _,
                    IncidentRequest.LinkCaller _,
                    IncidentRequest.Pass _,
                    IncidentRequest.Reopen _ -> List.of();
        };
    }
}
