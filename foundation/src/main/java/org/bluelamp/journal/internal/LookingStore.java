package org.bluelamp.journal.internal;

import java.util.Objects;
import java.util.Optional;
import org.bluelamp.journal.Looking;
import org.bluelamp.journal.MachineClock;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The looking-log in PostgreSQL: an own lock gives gap-free positions; the entry is committed before the answer.
@Repository
final class LookingStore implements Looking {
    /// The looking-log's own lock; never taken together with the append lock.
    static final long LOOKING_LOCK = 0x424c_0002L;

    private static final String LOCK = "select pg_advisory_xact_lock(:lock)";
    private static final String INSERT = """
            insert into journal.look (position, looked_at, actor, role, kind, route, shown, reason)
            select coalesce(max(position), 0) + 1,
                   greatest(:at, coalesce((select looked_at from journal.look order by position desc limit 1), :at)),
                   :actor, :role, :kind, :route, :shown, :reason
              from (select position from journal.look order by position desc limit 1) newest
            returning position""";

    private final StoreAccess access;
    private final TransactionTemplate ownTransaction;
    private final MachineClock clock;

    LookingStore(StoreAccess access, PlatformTransactionManager transactions, MachineClock clock) {
        this.access = access;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public long record(Look look) {
        return Objects.requireNonNull(ownTransaction.execute(status -> insert(look)));
    }

    private long insert(Look look) {
        access.jdbc()
                .sql(LOCK)
                .param("lock", LOOKING_LOCK)
                .query((row, number) -> 0)
                .list();
        return access.jdbc()
                .sql(INSERT)
                .param("at", EntryWriter.timestamp(clock.now()))
                .param("actor", look.actor().text())
                .param("role", look.role().code())
                .param("kind", look.kind())
                .param("route", look.route())
                .param("shown", CanonicalJson.text(look.references()))
                .param("reason", orNull(look.reason()))
                .query(Long.class)
                .single();
    }

    private static @org.jspecify.annotations.Nullable String orNull(Optional<String> reason) {
        return reason.orElse(null);
    }
}
