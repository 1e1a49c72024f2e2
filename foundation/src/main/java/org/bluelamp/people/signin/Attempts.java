package org.bluelamp.people.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bluelamp.people.decide.LockOut;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Wrong passwords by name and by network address, kept as hashes of both: a name nobody has is counted like any other.
@Component
class Attempts {
    static final String MAKE_ROOM = """
            insert into people.attempt (key, failures, since) values (:key, 0, :now)
            on conflict (key) do nothing
            """;
    static final String LOCK = "select failures, since, locked_until from people.attempt where key = :key for update";
    static final String KEEP = """
            update people.attempt
               set failures = :failures, since = :since, locked_until = :lockedUntil
             where key = :key
            """;
    static final String FORGET = """
            delete from people.attempt
             where since < :before and (locked_until is null or locked_until < :before)
            """;

    private record Row(
            int failures, OffsetDateTime since, @Nullable OffsetDateTime lockedUntil) {
        LockOut state() {
            return new LockOut(
                    failures,
                    since.toInstant(),
                    Optional.ofNullable(lockedUntil).map(OffsetDateTime::toInstant));
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Attempts(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Whether this try may go on: it is counted first, then the password is looked at.
    boolean mayTry(String kind, String what, Instant now, LockOut.Limit limit) {
        return !change(kind, what, now, state -> state.tried(now, limit)).isLocked(now);
    }

    /// The try was no failure: it is taken back, or everything is where a right password clears it.
    void succeeded(String kind, String what, Instant now, boolean clears) {
        change(kind, what, now, state -> clears ? LockOut.none(now) : state.takenBack());
    }

    /// Forgets everything counted up to then.
    void forget(Instant before) {
        jdbc.sql(FORGET).param("before", Timestamp.from(before)).update();
    }

    /// Changes the count under a row lock and answers the state as it was before.
    private LockOut change(String kind, String what, Instant now, UnaryOperator<LockOut> change) {
        String key = hash(kind + ":" + what);
        return Objects.requireNonNull(transactions.execute(_ -> {
            jdbc.sql(MAKE_ROOM)
                    .param("key", key)
                    .param("now", Timestamp.from(now))
                    .update();
            LockOut before =
                    jdbc.sql(LOCK).param("key", key).query(Row.class).single().state();
            LockOut after = change.apply(before);
            jdbc.sql(KEEP)
                    .param("key", key)
                    .param("failures", after.failures())
                    .param("since", Timestamp.from(after.since()))
                    .param(
                            "lockedUntil",
                            after.lockedUntil().map(Timestamp::from).orElse(null))
                    .update();
            return before;
        }));
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
