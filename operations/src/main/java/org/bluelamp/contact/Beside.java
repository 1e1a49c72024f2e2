package org.bluelamp.contact;

import java.util.List;
import java.util.Optional;
import org.bluelamp.persons.MemberView;
import org.bluelamp.persons.WarningView;

/// What stands beside a call while it is typed: earlier contacts of the number and of the address, who is known by
/// them, warnings, incidents it may be about, what to ask and the grade the answers lead to. Holds personal data.
public record Beside(
        List<ContactView> ofNumber,
        List<ContactView> ofAddress,
        List<MemberView> known,
        List<WarningView> warnings,
        List<PossibleDuplicate> duplicates,
        Optional<QuestionSet> questions,
        Optional<Recommendation> recommendation) {

    public Beside {
        ofNumber = List.copyOf(ofNumber);
        ofAddress = List.copyOf(ofAddress);
        known = List.copyOf(known);
        warnings = List.copyOf(warnings);
        duplicates = List.copyOf(duplicates);
    }
}
