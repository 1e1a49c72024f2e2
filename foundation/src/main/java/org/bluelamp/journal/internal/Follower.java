package org.bluelamp.journal.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.Projection;
import org.bluelamp.journal.Reaction;
import org.bluelamp.journal.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// One follower at work: reads on from its checkpoint, and parks the stream of an entry it cannot take.
abstract sealed class Follower<E> {
    /// The most entries one step takes in, and so the most its transaction holds.
    static final int STEP_ENTRIES_MAX = 4_000;
    /// The positions one step looks over; few of them may be of a kind the follower follows.
    static final long STEP_POSITIONS_MAX = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final String name;
    private final Class<E> follows;
    private final Tools tools;

    /// What every follower works with.
    record Tools(
            JournalStore journal,
            FollowerStore store,
            TransactionTemplate transaction,
            SessionLock lock,
            MachineClock clock) {}

    Follower(String name, Class<E> follows, Tools tools) {
        this.name = name;
        this.follows = follows;
        this.tools = tools;
    }

    String name() {
        return name;
    }

    /// Where a follower that is new starts.
    abstract long startsAfter(long journalPosition);

    /// Takes several entries in one transaction with the checkpoint, or one by one before it.
    abstract void takeIn(List<Recorded<E>> entries);

    abstract boolean wants(Recorded<E> recorded);

    /// Takes a parked entry in again; `BadEntry` where it still fails.
    abstract void takeInAgain(Recorded<E> entry);

    void install() {
        tools.store().install(name, startsAfter(tools.journal().position()));
    }

    /// Reads on by one step. True where there may be more.
    boolean step() {
        try {
            return Boolean.TRUE.equals(tools.transaction().execute(status -> stepInTransaction()));
        } catch (BadEntry bad) {
            park(bad);
            return true;
        }
    }

    private boolean stepInTransaction() {
        if (!tools.store().tryLock(name)) {
            return false;
        }
        return readOn();
    }

    /// Reads what comes after the checkpoint, has it taken in and moves the checkpoint. True where there was any.
    boolean readOn() {
        long from = tools.store().position(name);
        long end = Math.min(tools.journal().position(), from + STEP_POSITIONS_MAX);
        if (from >= end) {
            return false;
        }
        List<Recorded<E>> read = tools.journal().between(from, end, STEP_ENTRIES_MAX, follows);
        long to = read.size() < STEP_ENTRIES_MAX ? end : read.getLast().position();
        Set<String> parked = new HashSet<>(tools.store().parkedStreams(name));
        for (Recorded<E> entry : read) {
            if (parked.contains(entry.stream().text()) && wants(entry)) {
                tools.store()
                        .park(
                                name,
                                entry.stream(),
                                entry.position(),
                                "behind a parked entry",
                                tools.clock().now());
            }
        }
        takeIn(read.stream()
                .filter(entry -> wants(entry) && !parked.contains(entry.stream().text()))
                .toList());
        tools.store().move(name, to);
        return true;
    }

    /// An entry the follower could not take, known by taking one at a time.
    static final class BadEntry extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Recorded<?> entry;

        BadEntry(Recorded<?> entry, RuntimeException cause) {
            super(cause);
            this.entry = entry;
        }
    }

    /// The transaction that met the bad entry is gone; its stream is parked, and the next step passes it by.
    void park(BadEntry bad) {
        Recorded<?> entry = bad.entry;
        String reason = String.valueOf(bad.getCause());
        LOG.error(
                "The follower {} parks the stream {} at entry {}.",
                name,
                entry.stream(),
                entry.position(),
                bad.getCause());
        tools.transaction().executeWithoutResult(status -> {
            tools.store().lock(name);
            tools.store()
                    .park(
                            name,
                            entry.stream(),
                            entry.position(),
                            reason,
                            tools.clock().now());
        });
    }

    /// Offers what is parked of a stream again.
    void retry(org.bluelamp.journal.StreamId stream) {
        List<Long> positions = tools.store().parked().stream()
                .filter(parked ->
                        parked.follower().equals(name) && parked.stream().equals(stream))
                .map(org.bluelamp.journal.Followers.Parked::position)
                .toList();
        for (long position : positions) {
            try {
                tools.transaction().executeWithoutResult(status -> {
                    tools.store().lock(name);
                    tools.journal().at(position, follows).ifPresent(this::takeInAgain);
                    tools.store().unpark(name, position);
                });
            } catch (BadEntry still) {
                LOG.warn("The follower {} still cannot take entry {}.", name, position, still.getCause());
                return;
            }
        }
    }

    /// A projection at work: everything it writes commits with how far it has read.
    static final class OfProjection<E> extends Follower<E> {
        private final Projection<E> projection;
        private final Tools tools;

        OfProjection(Projection<E> projection, Tools tools) {
            super(projection.name(), projection.follows(), tools);
            this.projection = projection;
            this.tools = tools;
        }

        @Override
        long startsAfter(long journalPosition) {
            return 0;
        }

        @Override
        boolean wants(Recorded<E> recorded) {
            return true;
        }

        @Override
        void takeIn(List<Recorded<E>> entries) {
            for (Recorded<E> entry : entries) {
                try {
                    projection.on(entry);
                } catch (RuntimeException fault) {
                    throw new BadEntry(entry, fault);
                }
            }
            projection.flush();
        }

        @Override
        void takeInAgain(Recorded<E> entry) {
            takeIn(List.of(entry));
        }

        /// Empties it and sets it back to the start; an immediate one is built again here, the others follow on.
        void rebuild() {
            tools.transaction().executeWithoutResult(status -> {
                if (projection.immediate()) {
                    tools.journal().holdAppends();
                }
                tools.store().lock(name());
                projection.clear();
                tools.store().unparkAll(name());
                if (projection.immediate()) {
                    replay();
                } else {
                    tools.store().move(name(), 0);
                }
            });
        }

        private void replay() {
            long after = 0;
            List<Recorded<E>> read;
            do {
                read = tools.journal().after(after, STEP_ENTRIES_MAX, projection.follows());
                takeIn(read);
                after = read.isEmpty() ? after : read.getLast().position();
            } while (read.size() == STEP_ENTRIES_MAX);
        }
    }

    /// A reaction at work: it starts where it was installed and never sees imported history. Its requests commit on
    /// their own, so the checkpoint follows each entry; a crash between the two offers one entry again, and the
    /// requests' keys make that harmless.
    static final class OfReaction<E> extends Follower<E> {
        private final Reaction<E> reaction;
        private final Tools tools;

        OfReaction(Reaction<E> reaction, Tools tools) {
            super(reaction.name(), reaction.follows(), tools);
            this.reaction = reaction;
            this.tools = tools;
        }

        @Override
        long startsAfter(long journalPosition) {
            return journalPosition;
        }

        @Override
        boolean wants(Recorded<E> recorded) {
            return recorded.act().how() != EnteredHow.IMPORT;
        }

        @Override
        boolean step() {
            return tools.lock().holding(name(), this::readOn);
        }

        @Override
        void takeIn(List<Recorded<E>> entries) {
            for (Recorded<E> entry : entries) {
                try {
                    reaction.on(entry);
                } catch (RuntimeException fault) {
                    park(new BadEntry(entry, fault));
                }
                tools.store().move(name(), entry.position());
            }
        }

        @Override
        void takeInAgain(Recorded<E> entry) {
            try {
                reaction.on(entry);
            } catch (RuntimeException fault) {
                throw new BadEntry(entry, fault);
            }
        }
    }
}
