package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.Outbox;
import org.bluelamp.journal.ServiceClocks;
import org.bluelamp.testing.SqlContract;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class OutboxTest {
    /// A witness that refuses twice before it takes anything.
    static class Reluctant implements Outbox.Channel {
        final AtomicInteger asked = new AtomicInteger();
        final List<String> taken = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "reluctant";
        }

        @Override
        public void deliver(String dedupeKey, String body) throws Outbox.NotDelivered {
            if (asked.incrementAndGet() <= 2) {
                throw new Outbox.NotDelivered("busy");
            }
            taken.add(dedupeKey + " " + body);
        }
    }

    @Test
    void what_was_refused_is_tried_again_and_arrives_once() throws InterruptedException {
        try (var program = TestProgram.journal(Reluctant.class)) {
            var outbox = program.get(Outbox.class);
            outbox.send("reluctant", "one", "hello");
            outbox.send("reluctant", "one", "hello again");
            var reluctant = program.get(Reluctant.class);
            for (int tries = 0; tries < 300 && outbox.waiting() > 0; tries++) {
                Thread.sleep(50);
            }
            assertThat(reluctant.taken).containsExactly("one hello");
            assertThatThrownBy(() -> outbox.send("reluctant", "two", "x".repeat(Outbox.BODY_CHARACTERS_MAX + 1)))
                    .hasMessageContaining("at most 100000");
            SqlContract.check(program.database(), OutboxStore.class);
        }
    }

    @Test
    void a_witness_host_gets_the_checkpoint_and_its_refusal_is_not_a_loss() throws IOException, Outbox.NotDelivered {
        var bodies = new CopyOnWriteArrayList<String>();
        var status = new AtomicInteger(503);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        try {
            var settings = new StandardEnvironment();
            settings.getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test",
                            java.util.Map.of(
                                    "bluelamp.witness-url",
                                    "http://127.0.0.1:%d/"
                                            .formatted(server.getAddress().getPort()))));
            var witness = new WitnessHost(settings);
            assertThatThrownBy(() -> witness.deliver("k", "note")).hasMessageContaining("503");
            status.set(204);
            witness.deliver("k", "note");
            assertThat(bodies).containsExactly("note", "note");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void every_checkpoint_reaches_the_witness_on_another_host() throws IOException, InterruptedException {
        var bodies = new CopyOnWriteArrayList<String>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (var program = TestProgram.journal(List.of("bluelamp.witness-url=http://127.0.0.1:%d/"
                .formatted(server.getAddress().getPort())))) {
            var happened = new Happened(Instant.parse("2026-11-22T21:00:00Z"), Happened.Precision.SECOND, "test");
            program.get(ServiceClocks.class).run(1, Act.byProgram("test", happened));
            program.get(Sealer.class).sealNow();
            String sealed =
                    program.get(SealStore.class).latest("journal").orElseThrow().text();
            for (int tries = 0; tries < 300 && !bodies.contains(sealed); tries++) {
                Thread.sleep(50);
            }
            assertThat(bodies).contains(sealed);
        } finally {
            server.stop(0);
        }
    }
}
