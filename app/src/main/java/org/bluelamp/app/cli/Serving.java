package org.bluelamp.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// A program that answers on its port.
final class Serving implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Serving(ConfigurableApplicationContext context) {
        this.context = context;
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                stopped.countDown();
            }
        });
    }

    static Serving start(DataOptions where, Map<String, Object> settings) {
        var serving = new LinkedHashMap<>(settings);
        serving.putIfAbsent("bluelamp.roads", "open");
        return new Serving(Program.start(where, serving, _ -> {}));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /// Where a browser on this machine finds it, e.g. `http://localhost:8080`.
    String address() {
        String port = Optional.ofNullable(context.getEnvironment().getProperty("local.server.port"))
                .orElseThrow(() -> new IllegalStateException("The program answers on no port."));
        return "http://localhost:" + port;
    }

    void untilStopped() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        context.close();
    }
}
