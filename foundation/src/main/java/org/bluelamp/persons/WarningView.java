package org.bluelamp.persons;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.kernel.ActorId;

/// A warning that is shown: what about, in which words, until when, who set it and why. Holds personal data.
public record WarningView(
        WarningRef warning,
        String kind,
        String label,
        WarningEvent.About about,
        Optional<MemberRef> member,
        String subject,
        String words,
        String why,
        ActorId setBy,
        Instant setAt,
        Instant until) {

    @Override
    public String toString() {
        return "WarningView[%s, %s, %s]".formatted(warning, kind, about);
    }
}
