package org.bluelamp.journal.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.bluelamp.journal.Outbox;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// A witness on another host or at a partner: every checkpoint is posted to `bluelamp.witness-url`, through the
/// outbox, so that its silence costs nobody anything.
@Component
@ConditionalOnProperty("bluelamp.witness-url")
final class WitnessHost implements Outbox.Channel {
    static final String CHANNEL = "witness";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

    WitnessHost(org.springframework.core.env.Environment settings) {
        this.address = URI.create(settings.getRequiredProperty("bluelamp.witness-url"));
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public void deliver(String dedupeKey, String body) throws Outbox.NotDelivered {
        var request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Idempotency-Key", dedupeKey)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / HUNDRED != SUCCESS) {
                throw new Outbox.NotDelivered("the witness answered %d".formatted(status));
            }
        } catch (IOException fault) {
            throw new Outbox.NotDelivered("the witness is not reached: " + fault.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Outbox.NotDelivered("stopped");
        }
    }
}
