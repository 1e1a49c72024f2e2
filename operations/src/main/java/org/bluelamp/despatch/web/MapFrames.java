package org.bluelamp.despatch.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.console.Viewer;
import org.bluelamp.kernel.BoroughCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What of the marks changed from one second to the next, worked out once for everybody who sees the same.
@Component
class MapFrames {
    /// How often a browser is told.
    static final Duration EVERY = Duration.ofSeconds(1);

    /// How many different sights are remembered: 32 boroughs, the City and the whole service, with incidents or
    /// without.
    private static final int SIGHTS_MAX = 80;

    private final UnitMarks units;
    private final IncidentMarks incidents;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Sees, Newest> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sees, Newest> eldest) {
            return size() > SIGHTS_MAX;
        }
    };

    /// Who sees the same marks.
    record Sees(Optional<BoroughCode> borough, boolean incidents) {
        static Sees of(Viewer viewer) {
            return new Sees(viewer.borough(), viewer.may("incident.read"));
        }
    }

    /// All marks of one second, what changed since the frame of `tickBefore`, and both as messages; `changes` is empty
    /// where nothing did.
    record Frame(long tick, long tickBefore, Map<String, MapMark> marks, byte[] whole, byte[] changes) {
        private static final byte[] NOTHING = new byte[0];

        /// What to tell a browser that was told `told` last.
        byte[] after(Frame told) {
            if (told.tick == tick) {
                return NOTHING;
            }
            return told.tick == tickBefore ? changes : whole;
        }
    }

    /// The newest frame of one sight; its own lock, so that no sight waits for another's.
    private static final class Newest {
        private @Nullable Frame frame;
    }

    private record Message(List<MapMark> marks, List<String> gone) {}

    MapFrames(UnitMarks units, IncidentMarks incidents) {
        this.units = units;
        this.incidents = incidents;
    }

    /// At most `EVERY` old.
    Frame newest(Sees sees) {
        long tick = System.nanoTime() / EVERY.toNanos();
        Newest of;
        synchronized (newest) {
            of = newest.computeIfAbsent(sees, _ -> new Newest());
        }
        synchronized (of) {
            Frame last = of.frame;
            if (last != null && last.tick() == tick) {
                return last;
            }
            Frame frame = frame(tick, marks(sees), last);
            of.frame = frame;
            return frame;
        }
    }

    /// Incidents first, then units.
    Map<String, MapMark> marks(Sees sees) {
        var marks = new LinkedHashMap<String, MapMark>();
        if (sees.incidents()) {
            incidents.seenFrom(sees.borough()).forEach(mark -> marks.put(mark.id(), mark));
        }
        units.seenFrom(sees.borough()).forEach(mark -> marks.put(mark.id(), mark));
        return marks;
    }

    private Frame frame(long tick, Map<String, MapMark> now, @Nullable Frame last) {
        Map<String, MapMark> before = last == null ? Map.of() : last.marks();
        List<MapMark> changed = now.values().stream()
                .filter(mark -> !mark.equals(before.get(mark.id())))
                .toList();
        var gone = new ArrayList<>(before.keySet());
        gone.removeAll(now.keySet());
        return new Frame(
                tick,
                last == null ? -1 : last.tick(),
                now,
                message("all", List.copyOf(now.values()), List.of()),
                changed.isEmpty() && gone.isEmpty() ? Frame.NOTHING : message("marks", changed, gone));
    }

    private byte[] message(String event, List<MapMark> marks, List<String> gone) {
        return ("event: " + event + "\ndata: " + json.writeValueAsString(new Message(marks, gone)) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
