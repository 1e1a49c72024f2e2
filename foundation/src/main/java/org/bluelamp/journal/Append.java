package org.bluelamp.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One append: the act, every stream the decision rests on at the version read, and the events in order.
/// All or nothing. A stream that is written must be among those rested on.
public record Append(Act act, Map<StreamId, Long> restsOn, List<Written> events) {

    /// An event for a stream.
    public record Written(StreamId stream, Object event) {}

    public Append {
        restsOn = Map.copyOf(restsOn);
        events = List.copyOf(events);
        for (Written written : events) {
            if (!restsOn.containsKey(written.stream())) {
                throw new IllegalArgumentException(
                        "The stream (%s) is written but was not read.".formatted(written.stream()));
            }
        }
    }

    public static Append by(Act act) {
        return new Append(act, Map.of(), List.of());
    }

    /// Rests on a stream at the version it was read.
    public Append restingOn(StreamRead<?> read) {
        return restingOn(read.stream(), read.version());
    }

    public Append restingOn(StreamId stream, long version) {
        var all = new LinkedHashMap<>(restsOn);
        all.put(stream, version);
        return new Append(act, all, events);
    }

    public Append write(StreamId stream, Object event) {
        var all = new ArrayList<>(events);
        all.add(new Written(stream, event));
        return new Append(act, restsOn, all);
    }

    public Append writeAll(StreamId stream, List<?> several) {
        var all = new ArrayList<>(events);
        several.forEach(event -> all.add(new Written(stream, event)));
        return new Append(act, restsOn, all);
    }
}
