package org.bluelamp.console.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bluelamp.console.RowChange;
import tools.jackson.databind.json.JsonMapper;

/// The form of a live message: server-sent events with the position as id, last, so that a browser that lost the
/// connection within a message asks for the whole of it again.
final class LiveMessage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LiveMessage() {}

    /// All changes of one position.
    static byte[] rows(long position, List<LiveChanges.Told> told) {
        List<Map<String, String>> changes =
                told.stream().map(LiveMessage::change).toList();
        return message("rows", Map.of("position", position, "changes", changes), position);
    }

    private static Map<String, String> change(LiveChanges.Told told) {
        return switch (told.change()) {
            case RowChange.Put put ->
                Map.of("topic", told.topic(), "kind", "put", "id", put.id(), "rank", put.rank(), "html", put.html());
            case RowChange.Move move ->
                Map.of("topic", told.topic(), "kind", "move", "id", move.id(), "rank", move.rank());
            case RowChange.Remove remove -> Map.of("topic", told.topic(), "kind", "remove", "id", remove.id());
        };
    }

    /// Nothing else up to this position.
    static byte[] at(long position) {
        return message("at", Map.of("position", position), position);
    }

    /// Too much has happened since: the page is to be loaded anew.
    static byte[] again(long position) {
        return message("again", Map.of("position", position), position);
    }

    private static byte[] message(String event, Map<String, ?> data, long position) {
        String text = "event: %s%ndata: %s%nid: %d%n%n"
                .formatted(event, JSON.writeValueAsString(data), position)
                .replace(System.lineSeparator(), "\n");
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
