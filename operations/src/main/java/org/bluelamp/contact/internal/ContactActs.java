package org.bluelamp.contact.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.PolicyUse;
import org.bluelamp.journal.RequestKey;

/// A call taker's act as the record has it.
final class ContactActs {
    private static final int KEY_CHARACTERS_MAX = 128;

    private ContactActs() {}

    static Act of(CallTaker taker, List<PolicyUse> used) {
        return new Act(
                taker.by(),
                taker.role(),
                taker.by(),
                taker.how(),
                Optional.empty(),
                new Happened(
                        taker.at(),
                        Happened.Precision.MICROSECOND,
                        taker.how().name().toLowerCase(Locale.ROOT)),
                List.of(),
                Optional.of(taker.key()),
                used);
    }

    /// The same without a key: what follows from an act whose key is used up.
    static Act following(CallTaker taker) {
        Act act = of(taker, List.of());
        return new Act(
                act.actor(),
                act.role(),
                act.enteredBy(),
                act.how(),
                act.desk(),
                act.happened(),
                act.causedBy(),
                Optional.empty(),
                act.policies());
    }

    /// A key for one step of a request.
    static RequestKey key(String... parts) {
        String key = String.join(":", parts);
        return new RequestKey(
                key.length() > KEY_CHARACTERS_MAX ? key.substring(key.length() - KEY_CHARACTERS_MAX) : key);
    }
}
