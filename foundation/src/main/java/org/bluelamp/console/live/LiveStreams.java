package org.bluelamp.console.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bluelamp.console.Viewer;
import org.bluelamp.journal.Recorded;
import org.springframework.stereotype.Component;

/// Writes what happens to one open browser after another, each on its own thread and from its own position:
/// nothing is left out, nothing told twice, and a slow browser holds up nobody else.
///
/// All changes of one journal position are one message whose id is that position.
@Component
class LiveStreams {
    /// How often a stream without news says that it is alive, and how far it has read.
    static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /// A stream that has told something waits so long before it looks again, so that what happens meanwhile
    /// goes in one piece.
    static final Duration GATHER = Duration.ofMillis(80);

    /// A stream ends after this, and the browser asks again: whoever signed out or lost a role is not told
    /// more.
    static final Duration LIFE = Duration.ofMinutes(5);

    /// A browser that is further behind is told to load its page anew.
    static final long BEHIND_MAX = 5_000;

    private final LiveTail tail;
    private final LiveChanges changes;
    private final LiveWake wake;

    LiveStreams(LiveTail tail, LiveChanges changes, LiveWake wake) {
        this.tail = tail;
        this.changes = changes;
        this.wake = wake;
    }

    boolean enter() {
        return wake.enter();
    }

    void leave() {
        wake.leave();
    }

    /// Tells until the browser is gone, the program stops or the stream's life is over.
    void tell(Set<String> topics, Viewer viewer, long after, OutputStream out)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        long said = start;
        long now = tail.position();
        long at = after < 0 ? now : after;
        if (now - at > BEHIND_MAX) {
            write(out, LiveMessage.again(now));
            return;
        }
        write(out, LiveMessage.at(at));
        while (wake.isRunning() && System.nanoTime() - start < LIFE.toNanos()) {
            long heard = wake.heard();
            tail.readOn(heard);
            LiveTail.Stretch stretch = tail.after(at, changes.kinds(topics));
            var news = new ByteArrayOutputStream();
            for (Recorded<?> recorded : stretch.entries()) {
                news.writeBytes(changes.message(recorded, topics, viewer));
            }
            if (news.size() > 0) {
                write(out, news.toByteArray());
                said = System.nanoTime();
            }
            boolean more = stretch.upTo() > at;
            at = stretch.upTo();
            if (System.nanoTime() - said >= HEARTBEAT.toNanos()) {
                write(out, LiveMessage.at(at));
                said = System.nanoTime();
            }
            if (more) {
                TimeUnit.NANOSECONDS.sleep(GATHER.toNanos());
            } else {
                wake.await(heard);
            }
        }
    }

    private static void write(OutputStream out, byte[] message) throws IOException {
        out.write(message);
        out.flush();
    }
}
