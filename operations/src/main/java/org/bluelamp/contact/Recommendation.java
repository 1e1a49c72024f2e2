package org.bluelamp.contact;

import java.util.List;
import java.util.Set;
import org.bluelamp.contact.QuestionSet.Risk;
import org.bluelamp.kernel.Grade;

/// The grade that the answers lead to, and why; the risks they make known.
public record Recommendation(Grade grade, int points, List<Reason> reasons, Set<Risk> risks) {
    public Recommendation {
        reasons = List.copyOf(reasons);
        risks = Set.copyOf(risks);
    }

    /// One reason in words, and the least urgent grade it allows.
    public record Reason(String words, Grade atLeast) {}

    /// The reasons as they are recorded and shown.
    public List<String> words() {
        return reasons.stream()
                .map(reason -> "%s: at least %s".formatted(reason.words(), reason.atLeast()))
                .toList();
    }
}
