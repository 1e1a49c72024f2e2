package org.bluelamp.journal.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Append;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Recorded;
import org.bluelamp.journal.ServiceClocks;
import org.bluelamp.journal.ServiceClocks.ClockEvent;
import org.bluelamp.journal.StreamId;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the service clock in the record: sets it, and takes it up again after a restart where it stood, so that a
/// clock that runs fast does not run on while nobody is there.
@Component
final class ServiceClockStore implements ServiceClocks, SmartLifecycle {
    static final StreamId STREAM = new StreamId("clock/service");
    private static final String LAST_KNOWN = """
            select max(happened_at) from (select e.happened_at from journal.entry e where e.how <> 'IMPORT'
             order by e.position desc limit 1000) newest""";

    private final Journal journal;
    private final Clocks.Service service;
    private final MachineClock machine;
    private final JdbcClient jdbc;
    private volatile boolean running;

    ServiceClockStore(Journal journal, Clocks.Service service, MachineClock machine, JdbcClient jdbc) {
        this.journal = journal;
        this.service = service;
        this.machine = machine;
        this.jdbc = jdbc;
    }

    @Override
    public void run(int rate, Act act) {
        if (rate < 1 || rate > RATE_MAX) {
            throw new IllegalArgumentException(
                    "The service clock runs 1 to %d times as fast, not %d.".formatted(RATE_MAX, rate));
        }
        set(new ClockEvent.ClockSet(service.now(), machine.now(), rate), act);
    }

    private void set(ClockEvent.ClockSet changed, Act act) {
        Journal.retrying(_ -> {
            var read = journal.read(STREAM, ClockEvent.class);
            return journal.append(Append.by(act).restingOn(read).write(STREAM, changed));
        });
        service.follow(changed);
    }

    @Override
    public void start() {
        running = true;
        var events = journal.read(STREAM, ClockEvent.class).events();
        if (events.isEmpty()) {
            return;
        }
        switch (events.getLast()) {
            case ClockEvent.ClockSet last -> takeUp(last);
        }
    }

    private void takeUp(ClockEvent.ClockSet last) {
        service.follow(last);
        if (last.rate() == 1) {
            return;
        }
        Instant stoodAt =
                jdbc.sql(LAST_KNOWN).query(OffsetDateTime.class).single().toInstant();
        Instant from = stoodAt.isBefore(last.serviceAt()) ? last.serviceAt() : stoodAt;
        var happened = new Happened(from, Happened.Precision.MICROSECOND, "clock");
        set(new ClockEvent.ClockSet(from, machine.now(), last.rate()), Act.byProgram("clock", happened));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before followers and deadlines.
    @Override
    public int getPhase() {
        return Phases.CLOCK;
    }

    /// Other nodes hear of a changed clock by following.
    @Component
    static final class OnEveryNode implements Projection<ClockEvent> {
        private final Clocks.Service service;

        OnEveryNode(Clocks.Service service) {
            this.service = service;
        }

        @Override
        public String name() {
            return "journal/service-clock";
        }

        @Override
        public Class<ClockEvent> follows() {
            return ClockEvent.class;
        }

        @Override
        public boolean immediate() {
            return true;
        }

        @Override
        public void on(Recorded<ClockEvent> recorded) {
            switch (recorded.event()) {
                case ClockEvent.ClockSet set -> service.follow(set);
            }
        }

        @Override
        public void clear() {
            // It has no tables.
        }
    }
}
