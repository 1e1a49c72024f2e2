package org.bluelamp.persons;

import java.time.Instant;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/// Everything that can happen to a warning.
public sealed interface WarningEvent extends PersonsFact {
    WarningRef warning();

    /// What a warning is about. Kept as it stands here in the record: never renamed once released.
    enum About {
        PERSON,
        NUMBER,
        ADDRESS
    }

    /// It was set, of a kind of the policy `warnings`, and is shown until `until`. `subject` is the number or the
    /// address in words, empty where it is about a person; `why` is what it rests on.
    record WarningSet(
            WarningRef warning,
            String kind,
            About about,
            @Nullable MemberRef member,
            @Nullable BoroughCode borough,
            Instant until,
            PersonalText subject,
            PersonalText words,
            PersonalText why)
            implements WarningEvent {}

    /// It is shown no more.
    record WarningWithdrawn(WarningRef warning, PersonalText why) implements WarningEvent {}
}
