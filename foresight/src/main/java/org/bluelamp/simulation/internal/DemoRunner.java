package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bluelamp.contact.Contacts;
import org.bluelamp.desks.Desks;
import org.bluelamp.geography.Gazetteer;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.Presence;
import org.bluelamp.simulation.DemoWorld;
import org.bluelamp.workforce.Tours;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets the demo world act a few times a second from `start` until the program stops. A defect stops one step, is
/// logged, and the world goes on after a pause; after too many it stands still and says so.
@Component
@ConditionalOnProperty(name = "bluelamp.demo", havingValue = "true")
class DemoRunner implements DemoWorld, SmartLifecycle {
    /// The seed of the demo world.
    static final long SEED = 1_829;

    private static final Duration STEP_EVERY = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_DEFECT = Duration.ofSeconds(5);
    private static final int DEFECTS_MAX = 50;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(DemoRunner.class);

    private final Outcomes outcomes = new Outcomes();
    private final World.Parts parts;
    private final ServiceClock clock;
    private final MachineClock machine;
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final AtomicLong defects = new AtomicLong();
    private final Instant startedAt;
    private volatile boolean running;
    private volatile @Nullable World world;
    private volatile @Nullable String defect;
    private volatile Thread thread = Thread.currentThread();

    /// The people and places the world plays with.
    @Component
    @ConditionalOnProperty(name = "bluelamp.demo", havingValue = "true")
    record Stage(
            Tours tours,
            People people,
            Contacts contacts,
            Gazetteer gazetteer,
            Desks desks,
            Presence presence,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {}

    DemoRunner(Room room, Stage stage, ServiceClock clock, MachineClock machine) {
        this.parts = new World.Parts(
                room,
                stage.tours(),
                stage.people(),
                new World.Calls(stage.contacts(), stage.gazetteer(), stage.desks()),
                stage.presence(),
                stage.zone());
        this.clock = clock;
        this.machine = machine;
        this.startedAt = machine.now();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            begin();
        }
    }

    private void begin() {
        Thread next = Thread.ofPlatform().name("demo-world").daemon().unstarted(this::run);
        next.setUncaughtExceptionHandler((_, fault) -> failed(fault));
        thread = next;
        next.start();
    }

    private void run() {
        World acting = world;
        if (acting == null) {
            acting = new World(parts, SEED, outcomes);
            world = acting;
        }
        while (running) {
            long from = System.nanoTime();
            acting.step(clock.now());
            long took = System.nanoTime() - from;
            steps.incrementAndGet();
            slowestNanos.accumulateAndGet(took, Math::max);
            LockSupport.parkNanos(Math.max(1, STEP_EVERY.toNanos() - took));
        }
    }

    private void failed(Throwable fault) {
        LOG.error("A step of the demo world failed.", fault);
        defect = "%s at %s".formatted(fault.getClass().getSimpleName(), machine.now());
        if (running && defects.incrementAndGet() < DEFECTS_MAX) {
            LockSupport.parkNanos(PAUSE_AFTER_DEFECT.toNanos());
            begin();
        } else {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread last = thread;
        LockSupport.unpark(last);
        if (last != Thread.currentThread()) {
            try {
                last.join(STOPS_WITHIN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// The demonstration starts it once everything is loaded.
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public State state() {
        List<PersonId> taken = Optional.ofNullable(world).stream()
                .flatMap(acting -> acting.cast().taken().stream())
                .sorted(Comparator.comparing(PersonId::text))
                .toList();
        return new State(
                running,
                startedAt,
                steps.get(),
                Duration.ofNanos(slowestNanos.get()).toMillis(),
                outcomes.done(),
                outcomes.refused(),
                outcomes.overtaken(),
                taken,
                Optional.ofNullable(defect));
    }
}
