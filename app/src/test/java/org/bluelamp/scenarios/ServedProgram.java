package org.bluelamp.scenarios;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.bluelamp.app.Bluelamp;

/// `bluelamp serve` as a process of its own on a data directory, to be killed without warning.
final class ServedProgram implements AutoCloseable {
    private static final Duration UP_WITHIN = Duration.ofSeconds(120);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private final Path data;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    private ServedProgram(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.process = launch();
    }

    static ServedProgram on(Path data) throws IOException, InterruptedException {
        var served = new ServedProgram(data, freePort());
        served.waitUntilUp();
        return served;
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes,
                        Bluelamp.class.getName(),
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("served.txt").toFile()))
                .start();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /// Sends a request; a connection that breaks is an `IOException`, as it is for any client.
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(ANSWER_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Errors: `IllegalStateException` with what it said when it does not come up.
    void waitUntilUp() throws InterruptedException, IOException {
        long from = System.nanoTime();
        while (System.nanoTime() - from < UP_WITHIN.toNanos()) {
            if (!process.isAlive()) {
                break;
            }
            try {
                if (send(HttpRequest.newBuilder(uri("/actuator/health"))).statusCode() == 200) {
                    return;
                }
            } catch (IOException _) {
                // It does not answer yet; this is what is waited for.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The program did not come up: " + Files.readString(data.resolve("served.txt")));
    }

    /// The program is killed as by `kill -9`; its database server is left behind. Somebody starts it again.
    void killProgramAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        restart();
    }

    /// One process of PostgreSQL is killed as by `kill -9`; PostgreSQL recovers by itself.
    void killOneDatabaseProcess(RandomGenerator chance) throws IOException {
        List<ProcessHandle> processes = postmaster().children().toList();
        if (!processes.isEmpty()) {
            processes.get(chance.nextInt(processes.size())).destroyForcibly();
        }
    }

    /// The whole of PostgreSQL is killed as by `kill -9` under the running program, which is then started again.
    void killDatabaseAndRestart() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        restart();
    }

    private void restart() throws IOException, InterruptedException {
        process = launch();
        waitUntilUp();
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"))
                .getFirst()
                .strip();
        return ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow(() -> new IllegalStateException("No database server (%s) runs.".formatted(pid)));
    }

    /// Stopped as by Ctrl-C; the test fails where it does not stop.
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
    }
}
