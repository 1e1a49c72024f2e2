package org.bluelamp.control.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bluelamp.control.GradingScheme;
import org.bluelamp.control.IncidentEvent.Risk;
import org.bluelamp.control.IncidentView.Stage;
import org.bluelamp.control.QueueRules;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;

/// The one ranking of open incidents, the same for everybody, with the reasons for each rank. It does not
/// depend on what time it is, so it can be replayed: what is late stays where it was due.
public final class Queue {
    private Queue() {}

    /// What the rank of an incident rests on.
    public record Standing(
            IncidentRef incident,
            Grade grade,
            Stage stage,
            Set<Risk> risks,
            Instant openedAt,
            @Nullable Instant attendBy,
            boolean diverted) {
        public Standing {
            risks = Set.copyOf(risks);
        }
    }

    /// Where it stands: ranks are compared as text; the reasons are in the words of the policy.
    public record Placed(String rank, List<String> reasons) {
        public Placed {
            reasons = List.copyOf(reasons);
        }
    }

    /// Ranks an incident: by grade, where a risk may put it among those of a graver one; then whoever waits for
    /// a unit before whoever has one; then by the time to attend by, brought forward by its risks and by a
    /// divert.
    ///
    /// Errors: never throws.
    /// Source: FIELD, "One ranking shown to all with reasons (grade, risk, age against target, vulnerability,
    /// repeat)".
    public static Placed place(Standing standing, GradingScheme scheme, QueueRules rules) {
        var reasons = new ArrayList<String>();
        int band = scheme.rankOf(standing.grade());
        Duration forward = Duration.ZERO;
        for (Risk risk :
                standing.risks().stream().sorted(Comparator.naturalOrder()).toList()) {
            QueueRules.RiskRow row = rules.of(risk);
            band = Math.min(band, row.as().map(scheme::rankOf).orElse(band));
            forward = forward.plus(row.forward());
            reasons.add(row.label());
        }
        if (standing.diverted()) {
            forward = forward.plus(rules.divertedForward());
            reasons.add("lost its unit to another");
        }
        Instant attendBy = standing.attendBy();
        Instant due = (attendBy == null ? standing.openedAt().plus(rules.unhurried()) : attendBy).minus(forward);
        return new Placed(
                String.format(
                        Locale.ROOT,
                        "%02d-%d-%012d-%s-%06d",
                        band,
                        order(standing.stage()),
                        due.getEpochSecond(),
                        standing.incident().day(),
                        standing.incident().number()),
                reasons);
    }

    private static int order(Stage stage) {
        return switch (stage) {
            case WAITING -> 0;
            case ASSIGNED -> 1;
            case ATTENDED -> 2;
            case RESULTED -> 3;
            case CLOSED -> 9;
        };
    }
}
