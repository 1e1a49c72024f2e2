package org.bluelamp.journal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.bluelamp.journal.Projection;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Adds rows by PostgreSQL's `copy`, on the connection of the transaction that runs.
@Component
final class BulkRows implements Projection.Bulk {
    private final JdbcTemplate jdbc;

    BulkRows(StoreAccess access) {
        this.jdbc = new JdbcTemplate(access.dataSource());
    }

    @Override
    public <T> void add(String into, List<T> things, BiConsumer<Projection.Cells, T> row) {
        jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, into, things, row));
    }

    static <T> long copy(Connection connection, String into, List<T> things, BiConsumer<Projection.Cells, T> row)
            throws SQLException {
        if (things.isEmpty()) {
            return 0;
        }
        var rows = new BinaryRows();
        for (T thing : things) {
            rows.startRow();
            row.accept(rows, thing);
            rows.endRow();
        }
        int bytes = rows.end();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin (format binary)");
        try {
            copy.writeToCopy(rows.buffer(), 0, bytes);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
