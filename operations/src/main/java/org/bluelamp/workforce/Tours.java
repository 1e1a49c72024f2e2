package org.bluelamp.workforce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.StreamId;
import org.bluelamp.kernel.Decision;
import org.bluelamp.kernel.TourRef;

/// The way in to tours for every other module.
public interface Tours {

    /// The most tours one list shows.
    int SHOWN_MAX = 4_000;

    /// Decides and records. A repetition of what was done is refused and harmless.
    ///
    /// Errors: `StaleStream` when others wrote about the same callsign or people three times in a row.
    Decision<TourEvent, TourRefusal> handle(TourRequest request, Act act);

    Optional<TourView> find(TourRef tour);

    /// Tours that are booked on at that time, in order of callsign, `SHOWN_MAX` at most.
    List<TourView> onDuty(Instant at);

    /// Tours of a day that were not withdrawn, in order of beginning and callsign, `SHOWN_MAX` at most.
    List<TourView> planned(LocalDate day);

    static StreamId stream(TourRef tour) {
        return new StreamId("tour/" + tour);
    }
}
