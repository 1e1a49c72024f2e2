package org.bluelamp.persons;

import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to a member of the public in the record. Links count from 1 with each person.
public sealed interface MemberEvent extends PersonsFact {
    MemberRef member();

    /// Who says that a link is true. Kept as it stands here in the record: never renamed once released.
    enum SaidBy {
        THE_PERSON,
        ANOTHER_CALLER,
        OFFICER,
        OTHER_AGENCY
    }

    /// Somebody is known from now on.
    record Met(MemberRef member) implements MemberEvent {}

    /// Somebody says the person has this number, lives at this address, goes by this name. An assertion, no proof.
    record LinkAsserted(
            MemberRef member,
            int link,
            Identity.Kind kind,
            SaidBy saidBy,
            @Nullable BoroughCode borough,
            PersonalText words)
            implements MemberEvent {}

    /// A link turned out to be wrong or no longer true; nobody is found by it any more.
    record LinkWithdrawn(MemberRef member, int link, PersonalText why) implements MemberEvent {}
}
