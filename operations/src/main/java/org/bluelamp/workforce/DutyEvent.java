package org.bluelamp.workforce;

import java.time.Instant;
import org.bluelamp.kernel.TourRef;

/// What a callsign or a person is bound to on a day: stream `duty/<day>/<callsign or person>`. A tour is decided on
/// these, so that nobody is on two tours at once and no callsign is on the air twice.
public sealed interface DutyEvent {
    /// The callsign or the person, as `MP12` or `p-104`.
    String holder();

    TourRef tour();

    /// Bound to a tour for as long as it is planned.
    record Bound(String holder, TourRef tour, Instant from, Instant until) implements DutyEvent {}

    /// Booked on with the tour: bound until booked off, however long that lasts.
    record Began(String holder, TourRef tour, Instant at) implements DutyEvent {}

    /// Free of the tour again from `at` on.
    record Freed(String holder, TourRef tour, Instant at) implements DutyEvent {}
}
