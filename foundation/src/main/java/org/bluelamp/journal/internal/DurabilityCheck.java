package org.bluelamp.journal.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Refuses to run where an acknowledged fact could be lost, or where the program could change the record.
final class DurabilityCheck {
    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final String OWNED = """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'journal' and c.relname = 'entry' and pg_has_role(current_user, c.relowner, 'member')""";

    private DurabilityCheck() {}

    /// Errors: `IllegalStateException` naming every setting that is wrong.
    static void require(JdbcClient jdbc) {
        var faults = new ArrayList<String>();
        for (String setting : MUST_BE_ON) {
            String value = jdbc.sql("select current_setting(:setting)")
                    .param("setting", setting)
                    .query(String.class)
                    .single();
            if (!isOn(value)) {
                faults.add("%s is %s".formatted(setting, value));
            }
        }
        if (jdbc.sql(OWNED).query(Long.class).single() > 0) {
            faults.add("the program's database user owns the record");
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Bluelamp does not run on this database (%s): an acknowledged fact could be lost or changed."
                            .formatted(String.join("; ", faults)));
        }
    }

    /// `remote_apply` and `remote_write` wait for more than `on` does; `local` and `off` for less.
    private static boolean isOn(String value) {
        return value.equals("on") || value.equals("remote_apply") || value.equals("remote_write");
    }
}
