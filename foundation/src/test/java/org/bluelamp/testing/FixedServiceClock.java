package org.bluelamp.testing;

import java.time.Duration;
import java.time.Instant;
import org.bluelamp.journal.ServiceClock;

/// A service clock that stands until it is moved.
public final class FixedServiceClock implements ServiceClock {
    private volatile Instant now;

    public FixedServiceClock(Instant now) {
        this.now = now;
    }

    public void moveTo(Instant later) {
        now = later;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public int rate() {
        return 1;
    }
}
