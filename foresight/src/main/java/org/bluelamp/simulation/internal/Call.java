package org.bluelamp.simulation.internal;

import java.time.Instant;
import java.util.Optional;

/// One call of the demo world; `id` is its own for ever, e.g. `2026-11-22T21-3`: the hour in universal time and which
/// of that hour's it is. `number` and `said` are invented.
record Call(
        String id,
        Instant at,
        String type,
        boolean emergency,
        Places.Street street,
        int house,
        String said,
        String number) {
    /// The call that was first about the same thing, where this is another caller's: `2026-11-22T21-3-1` is.
    Optional<String> first() {
        int second = id.lastIndexOf('-');
        String before = id.substring(0, second);
        return before.indexOf('-', before.indexOf('T')) < 0 ? Optional.empty() : Optional.of(before);
    }

    /// The address as the caller gives it.
    String address() {
        return "%d %s, Westminster".formatted(house, street.name());
    }
}
