package org.bluelamp.journal.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A database server that outlived its program. Asked to stop at once; a server that a failed disk left half dead is
/// killed, which its record survives as it survives a power cut.
final class OrphanedServer {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(20);

    private OrphanedServer() {}

    /// Errors: `IOException` when it cannot even be killed.
    static void stop(ProcessHandle server) throws IOException {
        List<ProcessHandle> processes = server.descendants().toList();
        if (!interrupt(server)) {
            server.destroy();
        }
        if (gone(server, STOP_WITHIN)) {
            return;
        }
        server.destroyForcibly();
        for (ProcessHandle process : processes) {
            process.destroyForcibly();
            if (!gone(process, KILLED_WITHIN)) {
                throw new IOException("The orphaned database process (%d) does not stop.".formatted(process.pid()));
            }
        }
        if (!gone(server, KILLED_WITHIN)) {
            throw new IOException("The orphaned database server (%d) does not stop.".formatted(server.pid()));
        }
    }

    /// PostgreSQL's fast stop is the interrupt signal; its ordinary end signal waits for clients that will never go.
    private static boolean interrupt(ProcessHandle server) {
        try {
            return new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean gone(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
