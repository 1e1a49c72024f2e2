package org.bluelamp.journal.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.journal.ServiceClocks.ClockEvent;
import org.springframework.stereotype.Component;

/// The two clocks. Until the record says otherwise the service clock is the machine's.
final class Clocks {
    private Clocks() {}

    /// The machine's clock, to the microsecond; it never goes backwards within a run, and `recordedAt` not within
    /// the journal.
    @Component
    static final class Machine implements MachineClock {
        private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);

        @Override
        public Instant now() {
            Instant read = Instant.now().truncatedTo(ChronoUnit.MICROS);
            return latest.accumulateAndGet(read, (before, after) -> after.isBefore(before) ? before : after);
        }
    }

    /// The service's clock: a straight line from where it was last set.
    @Component
    static final class Service implements ServiceClock {
        private final MachineClock machine;
        private volatile ClockEvent.ClockSet set = new ClockEvent.ClockSet(Instant.EPOCH, Instant.EPOCH, 1);

        Service(MachineClock machine) {
            this.machine = machine;
        }

        @Override
        public Instant now() {
            ClockEvent.ClockSet line = set;
            Duration since = Duration.between(line.machineAt(), machine.now());
            return line.serviceAt().plus(since.multipliedBy(line.rate())).truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public int rate() {
            return set.rate();
        }

        void follow(ClockEvent.ClockSet changed) {
            set = changed;
        }
    }
}
