package org.bluelamp.journal.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/// A lock one node holds while it works in several transactions of its own.
record SessionLock(DataSource dataSource) {
    private static final String TRY = "select pg_try_advisory_lock(hashtextextended('session ' || ?, 0))";
    private static final String RELEASE = "select pg_advisory_unlock(hashtextextended('session ' || ?, 0))";

    /// Does the work if no other node holds the lock of that name; false where one does.
    boolean holding(String name, BooleanSupplier work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, TRY, name)) {
                return false;
            }
            try {
                return work.getAsBoolean();
            } finally {
                ask(connection, RELEASE, name);
            }
        } catch (SQLException fault) {
            throw new DataAccessResourceFailureException("The lock (%s) cannot be had.".formatted(name), fault);
        }
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
