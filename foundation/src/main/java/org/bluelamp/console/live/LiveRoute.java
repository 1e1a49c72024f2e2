package org.bluelamp.console.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.console.LiveFeed;
import org.bluelamp.console.LiveScreen;
import org.bluelamp.console.Needs;
import org.bluelamp.console.RequestFault;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.journal.Looking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The stream of changes of the lists somebody has open (server-sent events).
@Controller
class LiveRoute {
    /// The most lists one stream follows.
    static final int TOPICS_MAX = 20;

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoute.class);
    private static final String ROUTE = "/api/v1/live";

    private final Viewers viewers;
    private final LiveChanges changes;
    private final LiveStreams streams;
    private final Looking looking;
    private final ApplicationEventPublisher events;

    LiveRoute(
            Viewers viewers,
            LiveChanges changes,
            LiveStreams streams,
            Looking looking,
            ApplicationEventPublisher events) {
        this.viewers = viewers;
        this.changes = changes;
        this.streams = streams;
        this.looking = looking;
        this.events = events;
    }

    /// What changed on the lists `topics` (commas between them) after position `from`, and what changes from now on.
    /// A browser that comes back says in `Last-Event-ID` how far it got, which goes before `from`.
    @GetMapping(ROUTE)
    @Needs(Needs.SIGNED_IN)
    void live(
            @RequestParam String topics,
            @RequestParam(defaultValue = "-1") long from,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response)
            throws InterruptedException {
        Viewer viewer = viewers.require();
        Set<String> followed = followed(topics, viewer);
        long after = last == null ? from : position(last);
        if (!streams.enter()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Too many live screens are open.");
        }
        try {
            events.publishEvent(new LiveScreen(viewer.actor(), true));
            looking.record(new Looking.Look(
                    viewer.actor(), viewer.role(), "stream", ROUTE, List.copyOf(followed), Optional.empty()));
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            streams.tell(followed, viewer, after, response.getOutputStream());
        } catch (IOException gone) {
            // A browser that closes its page just goes; it says so in no other way.
            LOG.debug("A live screen is gone.", gone);
        } finally {
            events.publishEvent(new LiveScreen(viewer.actor(), false));
            streams.leave();
        }
    }

    private Set<String> followed(String topics, Viewer viewer) {
        var followed = new LinkedHashSet<>(Arrays.asList(topics.split(",")));
        if (followed.size() > TOPICS_MAX) {
            throw new RequestFault("topics", "A stream follows at most %d lists.".formatted(TOPICS_MAX));
        }
        for (String topic : followed) {
            LiveFeed<?> feed = changes.feed(topic)
                    .orElseThrow(() -> new RequestFault("topics", "There is no live list (%s).".formatted(topic)));
            if (!viewer.may(feed.needs())) {
                throw new ResponseStatusException(
                        HttpStatus.FORBIDDEN, "The list (%s) needs (%s).".formatted(topic, feed.needs()));
            }
        }
        return followed;
    }

    private static long position(String last) {
        try {
            return Long.parseLong(last);
        } catch (NumberFormatException unreadable) {
            throw new RequestFault("Last-Event-ID", "The position (%s) is no number.".formatted(last), unreadable);
        }
    }
}
