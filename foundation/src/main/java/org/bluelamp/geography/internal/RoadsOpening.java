package org.bluelamp.geography.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Opens the roads beside everything else when a program that serves starts, and again when others were loaded from
/// the command line; serving never waits for them, and until they are open travel is estimated.
@Component
@ConditionalOnProperty(name = "bluelamp.roads", havingValue = "open")
final class RoadsOpening implements SmartLifecycle {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(RoadsOpening.class);

    private final RoadLibrary library;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});
    private volatile boolean running;

    RoadsOpening(RoadLibrary library) {
        this.library = library;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("roads").daemon().start(this::run);
    }

    private void run() {
        FileTime seen = FileTime.fromMillis(-1);
        try {
            while (running) {
                FileTime now = changed(library.choice());
                if (!now.equals(seen)) {
                    library.openChosen();
                    seen = now;
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (IOException torn) {
            LOG.error("The roads cannot be opened; travel stays as it is until the next start.", torn);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileTime changed(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
