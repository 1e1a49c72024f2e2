package org.bluelamp.journal.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.bluelamp.journal.Appended;
import org.bluelamp.journal.Journal;
import org.bluelamp.journal.Journal.KeyReused;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Request keys with what was asked under them and how it was answered.
final class RequestStore {
    private static final String ANSWERED = """
            select request_hash, answer from journal.request where actor = :actor and key = :key""";
    private static final String REMEMBER = """
            insert into journal.request (actor, key, request_hash, answer, recorded_at)
            values (:actor, :key, :hash, :answer, :at)""";
    private static final String FORGET = "delete from journal.request where recorded_at < :before";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    RequestStore(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A request to be done once: who asks under which key, the hash of what, and how it is answered once done.
    record Once(ActorId actor, RequestKey key, byte[] hash, String answer) {}

    private record Answered(byte[] requestHash, String answer) {}

    static byte[] hash(String request) {
        return EntryFormat.sha256().digest(request.getBytes(StandardCharsets.UTF_8));
    }

    /// How the request was answered before, if it was.
    ///
    /// Errors: `KeyReused` where the key was used for another request.
    Optional<String> answered(ActorId actor, RequestKey key, byte[] hash) {
        return jdbc.sql(ANSWERED)
                .param("actor", actor.text())
                .param("key", key.text())
                .query(Answered.class)
                .optional()
                .map(before -> {
                    if (!Arrays.equals(before.requestHash(), hash)) {
                        throw new KeyReused(key);
                    }
                    return before.answer();
                });
    }

    /// The same as an answer to give: a repetition, or the fault.
    Optional<Supplier<Appended>> repeated(Once once) {
        try {
            return answered(once.actor(), once.key(), once.hash()).map(answer -> () -> new Appended.Repeated(answer));
        } catch (KeyReused reused) {
            return Optional.of(() -> {
                throw reused;
            });
        }
    }

    void remember(Once once) {
        jdbc.sql(REMEMBER)
                .param("actor", once.actor().text())
                .param("key", once.key().text())
                .param("hash", once.hash())
                .param("answer", once.answer())
                .param("at", EntryWriter.timestamp(clock.now()))
                .update();
    }

    /// Forgets keys older than `Journal.KEYS_KEPT_DAYS`; how many.
    int forget() {
        Instant before = clock.now().minus(Journal.KEYS_KEPT_DAYS, ChronoUnit.DAYS);
        return jdbc.sql(FORGET).param("before", EntryWriter.timestamp(before)).update();
    }
}
