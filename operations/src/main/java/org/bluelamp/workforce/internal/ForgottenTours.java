package org.bluelamp.workforce.internal;

import java.util.Optional;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Deadlines.DeadlineEvent;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.TourRef;
import org.bluelamp.workforce.TourRequest;
import org.bluelamp.workforce.Tours;
import org.springframework.stereotype.Component;

/// A tour that nobody booked off is booked off by the program when its time has passed. Repeating this after a crash
/// changes nothing: the tour is over by then and refuses.
@Component
class ForgottenTours implements Reaction<DeadlineEvent> {
    private final Tours tours;
    private final ServiceClock clock;

    ForgottenTours(Tours tours, ServiceClock clock) {
        this.tours = tours;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "workforce/forgotten-tours";
    }

    @Override
    public Class<DeadlineEvent> follows() {
        return DeadlineEvent.class;
    }

    @Override
    public void on(Recorded<DeadlineEvent> recorded) {
        if (!recorded.stream().kind().equals("tour")) {
            return;
        }
        switch (recorded.event()) {
            case DeadlineEvent.Passed passed -> {
                var now = new Happened(clock.now(), Happened.Precision.MICROSECOND, "clock");
                var off =
                        new TourRequest.BookOff(TourRef.of(recorded.stream().key()), Optional.empty(), passed.dueAt());
                tours.handle(off, Act.byProgram("workforce", now).causedBy(recorded.position()));
            }
        }
    }
}
