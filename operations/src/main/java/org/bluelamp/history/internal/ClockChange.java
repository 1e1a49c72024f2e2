package org.bluelamp.history.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A local time on a night when the clocks change.
///
/// Rule: an hour that the clocks skip is read as if they had not been changed yet, and flagged `clock_skipped`. An
/// hour they repeat is read as the first of the two, the earlier offset, and flagged `clock_repeated`, unless that
/// would put it before the time that comes before it (in the row, or the row before) and the second would not: then
/// it is the second. Source: ADR 0008.
record ClockChange(ZoneId zone, LocalDateTime local) {

    Instant read(String name, Optional<Instant> earlier, List<String> flags) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toInstant(offsets.getFirst());
        }
        if (offsets.isEmpty()) {
            flags.add("clock_skipped:" + name);
            return local.toInstant(zone.getRules().getTransition(local).getOffsetBefore());
        }
        flags.add("clock_repeated:" + name);
        Instant first = local.toInstant(offsets.getFirst());
        Instant second = local.toInstant(offsets.getLast());
        boolean tells = earlier.filter(before -> before.isAfter(first) && !before.isAfter(second))
                .isPresent();
        return tells ? second : first;
    }
}
