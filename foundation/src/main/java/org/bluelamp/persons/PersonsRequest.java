package org.bluelamp.persons;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that may be asked about members of the public. Their `toString` shows no words.
public sealed interface PersonsRequest {

    /// Know somebody from now on, by these identities; one at least. The reference is one `Persons.newMember` gave.
    record Meet(MemberRef member, List<Identity> knownBy, MemberEvent.SaidBy saidBy) implements PersonsRequest {
        public Meet {
            knownBy = List.copyOf(knownBy);
        }
    }

    /// Assert one more link of somebody who is known.
    record AssertLink(MemberRef member, Identity identity, MemberEvent.SaidBy saidBy) implements PersonsRequest {}

    /// Withdraw a link.
    record WithdrawLink(MemberRef member, int link, String why) implements PersonsRequest {
        @Override
        public String toString() {
            return "WithdrawLink[%s, %d]".formatted(member, link);
        }
    }

    /// Set a warning about somebody, a number or an address: exactly one of `member` and `subject` is given. Without
    /// `until` it is shown for as long as its kind is kept.
    record SetWarning(
            WarningRef warning,
            String kind,
            @Nullable MemberRef member,
            @Nullable Identity subject,
            @Nullable Instant until,
            Reasons reasons,
            Instant at)
            implements PersonsRequest {}

    /// The words of a warning and why it is set.
    record Reasons(String words, String why) {
        @Override
        public String toString() {
            return "Reasons[%d and %d characters]".formatted(words.length(), why.length());
        }
    }

    /// Withdraw a warning before it ends by itself.
    record WithdrawWarning(WarningRef warning, String why) implements PersonsRequest {
        @Override
        public String toString() {
            return "WithdrawWarning[%s]".formatted(warning);
        }
    }
}
