package org.bluelamp.console.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.bluelamp.console.LiveFeed;
import org.bluelamp.console.RowChange;
import org.bluelamp.console.Viewer;
import org.bluelamp.journal.Recorded;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What an entry changes on the lists somebody follows. Everybody who may see the same is answered from one
/// working out: the newest `KEPT_MAX` answers are kept.
@Component
class LiveChanges {
    static final int KEPT_MAX = 2_000;
    private static final byte[] NOTHING = new byte[0];

    private final Map<String, LiveFeed<?>> feeds = new TreeMap<>();
    private final Map<Key, List<Told>> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Told>> eldest) {
            return size() > KEPT_MAX;
        }
    };

    private final Map<MessageKey, FutureTask<byte[]>> messages = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageKey, FutureTask<byte[]>> eldest) {
            return size() > KEPT_MAX;
        }
    };

    LiveChanges(ObjectProvider<LiveFeed<?>> declared) {
        for (LiveFeed<?> feed : declared.stream().toList()) {
            if (feeds.put(feed.topic(), feed) != null) {
                throw new IllegalStateException("The live list (%s) is fed twice.".formatted(feed.topic()));
            }
        }
    }

    /// A change of a row on the list `topic`.
    record Told(String topic, RowChange change) {}

    /// Who may see the same.
    private record Sight(RoleCode role, Optional<BoroughCode> borough, Set<String> permissions) {}

    private record MessageKey(Set<String> topics, long position, Sight sight) {}

    private record Key(String topic, long position, Sight sight) {}

    Optional<LiveFeed<?>> feed(String topic) {
        return Optional.ofNullable(feeds.get(topic));
    }

    /// The kinds of events that these lists follow.
    Set<Class<?>> kinds(Set<String> topics) {
        return topics.stream()
                .flatMap(topic -> feed(topic).stream())
                .map(LiveFeed::follows)
                .collect(Collectors.toSet());
    }

    /// The kinds of events that any list follows.
    Set<Class<?>> allKinds() {
        return kinds(feeds.keySet());
    }

    /// The message for whoever follows these lists, ready to be sent; empty where nothing changes for them.
    /// Worked out once for all who see the same.
    byte[] message(Recorded<?> recorded, Set<String> topics, Viewer viewer) throws InterruptedException {
        var sight = new Sight(viewer.role(), viewer.borough(), viewer.permissions());
        var key = new MessageKey(topics, recorded.position(), sight);
        FutureTask<byte[]> working;
        boolean mine = false;
        synchronized (messages) {
            FutureTask<byte[]> before = messages.get(key);
            if (before == null) {
                working = new FutureTask<>(() -> made(recorded, topics, viewer));
                messages.put(key, working);
                mine = true;
            } else {
                working = before;
            }
        }
        if (mine) {
            working.run();
        }
        return made(key, working);
    }

    private byte[] made(Recorded<?> recorded, Set<String> topics, Viewer viewer) {
        List<Told> told = of(recorded, topics, viewer);
        return told.isEmpty() ? NOTHING : LiveMessage.rows(recorded.position(), told);
    }

    /// What was worked out; a working out that failed is forgotten, so that the next stream tries it anew.
    private byte[] made(MessageKey key, FutureTask<byte[]> working) throws InterruptedException {
        try {
            return working.get();
        } catch (ExecutionException failed) {
            synchronized (messages) {
                messages.remove(key, working);
            }
            throw new IllegalStateException(
                    "The message of position (%d) could not be worked out.".formatted(key.position()),
                    failed.getCause());
        }
    }

    private List<Told> of(Recorded<?> recorded, Set<String> topics, Viewer viewer) {
        var all = new ArrayList<Told>();
        for (String topic : topics) {
            feed(topic).ifPresent(feed -> all.addAll(of(recorded, feed, viewer)));
        }
        return all;
    }

    private <E> List<Told> of(Recorded<?> recorded, LiveFeed<E> feed, Viewer viewer) {
        if (!feed.follows().isInstance(recorded.event())) {
            return List.of();
        }
        var sight = new Sight(viewer.role(), viewer.borough(), viewer.permissions());
        var key = new Key(feed.topic(), recorded.position(), sight);
        synchronized (kept) {
            List<Told> before = kept.get(key);
            if (before != null) {
                return before;
            }
        }
        List<Told> told = feed.changes(as(recorded, feed.follows()), viewer).stream()
                .map(change -> new Told(feed.topic(), change))
                .toList();
        synchronized (kept) {
            kept.put(key, told);
        }
        return told;
    }

    private static <E> Recorded<E> as(Recorded<?> recorded, Class<E> kind) {
        return new Recorded<>(
                recorded.position(),
                recorded.stream(),
                recorded.version(),
                recorded.type(),
                recorded.recordedAt(),
                recorded.act(),
                kind.cast(recorded.event()));
    }
}
