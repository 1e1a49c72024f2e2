package org.bluelamp.desks.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bluelamp.console.LiveScreen;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.desks.decide.Room;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Sees whose screens are connected, and says so of those at desks: a screen that is gone for `GONE_AFTER` is lost, and
/// the grace of the plan begins. The service's own outage is nobody's: after a start, whoever has not come back yet
/// is missed only once `afterRestart` of the plan has passed.
///
/// Only a program that serves looks. People whose desk was entered for them by telephone are looked after from their
/// first screen on.
@Component
class Presence implements SmartLifecycle {
    /// How often it looks, and how long a screen may be away between two pages. Machine time.
    static final Duration EVERY = Duration.ofSeconds(1);

    static final Duration GONE_AFTER = Duration.ofSeconds(6);

    /// A program that said nothing for this long does not serve.
    static final Duration SERVED_WITHIN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Desks desks;
    private final RoomBook book;
    private final Seen seen;
    private final MachineClock machine;
    private final ServiceClock service;
    private final Map<ActorId, Integer> screens = new ConcurrentHashMap<>();
    private final Map<ActorId, Instant> missedSince = new ConcurrentHashMap<>();
    private final Set<String> seenHere = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile Optional<Instant> upSince = Optional.empty();
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    Presence(Desks desks, RoomBook book, Seen seen, MachineClock machine, ServiceClock service) {
        this.desks = desks;
        this.book = book;
        this.seen = seen;
        this.machine = machine;
        this.service = service;
    }

    @EventListener
    void screen(LiveScreen screen) {
        screens.merge(
                screen.viewer(), screen.opened() ? 1 : -1, (had, change) -> had + change <= 0 ? null : had + change);
    }

    boolean hasScreen(ActorId person) {
        return screens.containsKey(person);
    }

    /// Since when this program serves, by the service's clock; empty where it does not.
    Optional<Instant> upSince() {
        return upSince;
    }

    /// Whether some program serves now.
    boolean isServed() {
        return seen.since(machine.now().minus(SERVED_WITHIN)).contains(Seen.SERVICE);
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        int port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port", Integer.class, -1);
        if (port > 0 && running) {
            upSince = Optional.of(service.now());
            seen.keep(Set.of(Seen.SERVICE), machine.now());
            thread = Thread.ofPlatform().name("desks-presence").daemon().start(this::keepLooking);
        }
    }

    private void keepLooking() {
        while (running) {
            try {
                look();
            } catch (DataAccessException | TransactionException | Journal.StaleStream fault) {
                LOG.warn("Who is at the desks is looked at again in a moment: {}", fault.getMessage());
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /// Looks once.
    void look() {
        Instant now = machine.now();
        Set<String> told = new HashSet<>();
        screens.keySet().forEach(person -> told.add(person.text()));
        seenHere.addAll(told);
        told.add(Seen.SERVICE);
        seen.keep(told, now);
        told.addAll(seen.since(now.minus(GONE_AFTER)));
        DeskPlan plan = desks.plan();
        var looked = new HashSet<ActorId>();
        for (Room.Seat seat : book.now().room().seats().values()) {
            seat.present()
                    .filter(there -> looked.add(there.person()))
                    .ifPresent(there -> look(there, told.contains(there.person().text()), plan, now));
        }
        missedSince.keySet().retainAll(looked);
    }

    private void look(Room.Sitter there, boolean connected, DeskPlan plan, Instant now) {
        boolean lost = there.lostUntil().isPresent();
        if (connected) {
            missedSince.remove(there.person());
            seenHere.add(there.person().text());
            if (lost) {
                ask(new DeskRequest.FindConnection(there.person()));
            }
            return;
        }
        boolean known = seenHere.contains(there.person().text());
        if (lost || !(there.watched() || known)) {
            return;
        }
        Instant since = missedSince.computeIfAbsent(there.person(), _ -> now);
        if (!since.plus(known ? GONE_AFTER : plan.afterRestart()).isAfter(now)) {
            Instant until = service.now().plus(plan.grace()).truncatedTo(ChronoUnit.MICROS);
            ask(new DeskRequest.LoseConnection(there.person(), until));
        }
    }

    private void ask(DeskRequest request) {
        var now = new Happened(service.now(), Happened.Precision.MICROSECOND, "connection");
        desks.handle(request, Act.byProgram("desks", now));
    }

    @Override
    public void start() {
        running = true;
    }

    /// Before the streams of the screens are ended by the program itself.
    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 256;
    }
}
