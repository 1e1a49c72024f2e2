package org.bluelamp.control;

import java.time.Instant;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.Grade;
import org.bluelamp.kernel.IncidentRef;
import org.jspecify.annotations.Nullable;

/// An incident as lists show it. Holds no personal data. Units: `lines` counts the lines of the log.
public record IncidentView(
        IncidentRef incident,
        String type,
        Grade grade,
        boolean open,
        @Nullable String result,
        @Nullable String locality,
        @Nullable BoroughCode borough,
        @Nullable String ward,
        Instant openedAt,
        @Nullable Instant attendBy,
        int lines,
        Instant lastLineAt,
        boolean restricted) {}
