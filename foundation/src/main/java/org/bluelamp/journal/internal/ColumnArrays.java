package org.bluelamp.journal.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Gives a statement one array per column, so that a thousand rows travel as one.
final class ColumnArrays {
    private final Connection connection;
    private final PreparedStatement statement;
    private final List<StoredEntry> entries;
    private int next = 1;

    ColumnArrays(Connection connection, PreparedStatement statement, List<StoredEntry> entries) {
        this.connection = connection;
        this.statement = statement;
        this.entries = entries;
    }

    void add(String type, Function<StoredEntry, @Nullable Object> value) throws SQLException {
        Object[] column = new Object[entries.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(entries.get(i));
        }
        statement.setArray(next, connection.createArrayOf(type, type.equals("bytea") ? bytes(column) : column));
        next++;
    }

    /// A column that is not one cell for each entry.
    void add(String type, Object[] column) throws SQLException {
        statement.setArray(next, connection.createArrayOf(type, column));
        next++;
    }

    private static byte[][] bytes(Object[] column) {
        byte[][] bytes = new byte[column.length][];
        for (int i = 0; i < column.length; i++) {
            bytes[i] = (byte[]) column[i];
        }
        return bytes;
    }
}
