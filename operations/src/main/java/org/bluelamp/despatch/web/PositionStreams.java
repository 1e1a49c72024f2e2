package org.bluelamp.despatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bluelamp.console.Needs;
import org.bluelamp.console.Viewer;
import org.bluelamp.console.Viewers;
import org.bluelamp.journal.Looking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/// The lossy channel of the map (server-sent events): the units and open incidents somebody may see, at most once a
/// second. What a slow browser misses is not told later; it is told how things stand then.
@Controller
class PositionStreams implements SmartLifecycle {
    /// The most streams one node keeps open.
    static final int STREAMS_MAX = 1_000;

    /// A stream ends after this, and the browser asks again: whoever signed out or lost a role is not told more.
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(PositionStreams.class);
    private static final String ROUTE = "/api/v1/positions/live";
    private static final int HEARTBEAT_TICKS = 10;
    private static final byte[] ALIVE = ": alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final Viewers viewers;
    private final MapFrames frames;
    private final Looking looking;
    private final Semaphore streams = new Semaphore(STREAMS_MAX);
    private volatile boolean running;

    PositionStreams(Viewers viewers, MapFrames frames, Looking looking) {
        this.viewers = viewers;
        this.frames = frames;
        this.looking = looking;
    }

    @GetMapping(ROUTE)
    @Needs("unit.read")
    void live(HttpServletResponse response) throws InterruptedException {
        Viewer viewer = viewers.require();
        if (!streams.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Too many maps are open.");
        }
        try {
            looking.record(new Looking.Look(
                    viewer.actor(),
                    viewer.role(),
                    "stream",
                    ROUTE,
                    List.of("positions", "incidents"),
                    Optional.empty()));
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            tell(MapFrames.Sees.of(viewer), response.getOutputStream());
        } catch (IOException gone) {
            // A browser that closes its page just goes; it says so in no other way.
            LOG.debug("A map is gone.", gone);
        } finally {
            streams.release();
        }
    }

    private void tell(MapFrames.Sees sees, OutputStream out) throws IOException, InterruptedException {
        long start = System.nanoTime();
        MapFrames.Frame told = frames.newest(sees);
        write(out, told.whole());
        int quiet = 0;
        while (running && System.nanoTime() - start < LIFE.toNanos()) {
            Thread.sleep(MapFrames.EVERY);
            MapFrames.Frame now = frames.newest(sees);
            byte[] message = now.after(told);
            quiet = message.length == 0 ? quiet + 1 : 0;
            if (message.length > 0) {
                write(out, message);
            } else if (quiet % HEARTBEAT_TICKS == 0) {
                write(out, ALIVE);
            }
            told = now;
        }
    }

    private static void write(OutputStream out, byte[] message) throws IOException {
        out.write(message);
        out.flush();
    }

    @Override
    public void start() {
        running = true;
    }

    /// Ends the open streams before the web server waits for its last answers.
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 512;
    }
}
