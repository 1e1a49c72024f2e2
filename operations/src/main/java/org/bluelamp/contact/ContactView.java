package org.bluelamp.contact;

import java.time.Instant;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;

/// A contact as lists show it. Holds no personal data. `savedAt` is when what is typed was last kept, for one that is
/// not finished.
public record ContactView(
        ContactId contact,
        ContactChannel channel,
        Stage stage,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable ActorId owner,
        @Nullable String type,
        @Nullable Grade grade,
        @Nullable BoroughCode borough,
        @Nullable String locality,
        @Nullable Ending ending,
        @Nullable IncidentRef incident,
        int thrive,
        @Nullable Instant endedAt,
        @Nullable Instant savedAt) {

    /// Where a contact stands. `ASKED` waits for the control room's answer, `LEFT` was abandoned.
    public enum Stage {
        WAITING,
        TAKEN,
        ASKED,
        INCIDENT,
        LINKED,
        ENDED,
        LEFT
    }

    /// Whether somebody still has something to do.
    public boolean unfinished() {
        return switch (stage) {
            case TAKEN, ASKED -> true;
            case WAITING, INCIDENT, LINKED, ENDED, LEFT -> false;
        };
    }
}
