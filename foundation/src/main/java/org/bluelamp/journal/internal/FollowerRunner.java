package org.bluelamp.journal.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bluelamp.journal.Followers;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.StreamId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Runs every follower on a thread of its own, woken when the journal grows and by a slow poll.
@Component
final class FollowerRunner implements Followers, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerRunner.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final ObjectProvider<Projection<?>> projections;
    private final ObjectProvider<Reaction<?>> reactions;
    private final Follower.Tools tools;
    private final JournalNews news;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    /// The followers that modules declared.
    @Component
    record Declared(ObjectProvider<Projection<?>> projections, ObjectProvider<Reaction<?>> reactions) {}

    FollowerRunner(
            Declared declared,
            JournalStore journal,
            FollowerStore store,
            StoreAccess access,
            JournalNews news,
            org.bluelamp.journal.MachineClock clock) {
        this.projections = declared.projections();
        this.reactions = declared.reactions();
        this.tools =
                new Follower.Tools(journal, store, access.transaction(), new SessionLock(access.dataSource()), clock);
        this.news = news;
    }

    private List<Follower<?>> followers() {
        var all = new ArrayList<Follower<?>>();
        projections.stream()
                .filter(projection -> !projection.immediate())
                .forEach(projection -> all.add(new Follower.OfProjection<>(projection, tools)));
        reactions.forEach(reaction -> all.add(new Follower.OfReaction<>(reaction, tools)));
        return all;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        for (Follower<?> follower : followers()) {
            follower.install();
            threads.add(Thread.ofPlatform()
                    .name("follow " + follower.name())
                    .daemon()
                    .start(() -> run(follower)));
        }
    }

    private void run(Follower<?> follower) {
        while (stopping.getCount() > 0) {
            long seen = news.count();
            try {
                while (stopping.getCount() > 0 && follower.step()) {
                    seen = news.count();
                }
            } catch (DataAccessException | org.springframework.transaction.TransactionException fault) {
                LOG.warn("The follower {} waits for the database: {}", follower.name(), fault.getMessage());
            }
            news.await(seen, POLL);
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        news.wake();
        try {
            for (Thread thread : threads) {
                thread.join(STOP_WITHIN);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    @Override
    public int getPhase() {
        return Phases.FOLLOWERS;
    }

    @Override
    public List<Progress> progress() {
        return tools.store().progress();
    }

    @Override
    public List<Parked> parked() {
        return tools.store().parked();
    }

    @Override
    public void awaitCaughtUp(Duration atMost) {
        long position = tools.journal().position();
        long waitedNanos = 0;
        long startedNanos = System.nanoTime();
        List<String> names = followers().stream()
                .filter(follower -> follower instanceof Follower.OfProjection)
                .map(Follower::name)
                .toList();
        while (true) {
            var behind = progress().stream()
                    .filter(progress -> names.contains(progress.name()) && progress.position() < position)
                    .findFirst();
            if (behind.isEmpty()) {
                return;
            }
            if (waitedNanos > atMost.toNanos()) {
                throw new IllegalStateException("The projection (%s) stands at %d, not at %d, after %s."
                        .formatted(behind.get().name(), behind.get().position(), position, atMost));
            }
            pause();
            waitedNanos = System.nanoTime() - startedNanos;
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for projections.", interrupted);
        }
    }

    @Override
    public void rebuild(String name) {
        Projection<?> projection = projections.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No projection is called (%s).".formatted(name)));
        new Follower.OfProjection<>(projection, tools).rebuild();
        news.wake();
    }

    @Override
    public void retry(String follower, StreamId stream) {
        followers().stream()
                .filter(candidate -> candidate.name().equals(follower))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No follower is called (%s).".formatted(follower)))
                .retry(stream);
    }
}
