package org.bluelamp.control.decide;

import java.time.LocalDate;
import org.bluelamp.kernel.IncidentRef;

/// The numbers of a service day: how many were given. They run from 1 without a gap.
public record IncidentDay(LocalDate day, int given) {

    /// Errors: `IllegalArgumentException` after 999,999 incidents in a day.
    public IncidentRef next() {
        return new IncidentRef(day, given + 1);
    }
}
