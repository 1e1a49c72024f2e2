package org.bluelamp.testing;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/// Holds the SQL constants of a class to the migrated database: each is prepared, so a misspelt column fails the
/// build; and where a constant has the name of a row record (`FIND` and `record FindRow`, or the class has one record
/// called `Row`), the columns are compared with its components.
public final class SqlContract {
    private static final Pattern STATEMENT =
            Pattern.compile("^\\s*(select|insert|update|delete|with)\\b", Pattern.CASE_INSENSITIVE);

    private SqlContract() {}

    /// Errors: `AssertionError` listing every constant that the database refuses.
    public static void check(TestDatabase database, Class<?>... classes) {
        var faults = new ArrayList<String>();
        int checked = 0;
        try (Connection connection = database.writer()) {
            for (Class<?> owner : classes) {
                for (Field constant : owner.getDeclaredFields()) {
                    String sql = sql(constant);
                    if (sql != null) {
                        checked++;
                        check(connection, owner, constant.getName(), sql, faults);
                    }
                }
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        if (checked == 0) {
            faults.add("no SQL constants were found in " + List.of(classes));
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static String sql(Field constant) {
        if (!Modifier.isStatic(constant.getModifiers()) || constant.getType() != String.class) {
            return null;
        }
        try {
            constant.setAccessible(true);
            String text = (String) constant.get(null);
            return STATEMENT.matcher(text).find() ? text : null;
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static void check(Connection connection, Class<?> owner, String name, String sql, List<String> faults) {
        String positional = positional(sql);
        try (PreparedStatement statement = connection.prepareStatement(positional)) {
            ResultSetMetaData columns = statement.getMetaData();
            statement.getParameterMetaData();
            Class<?> row = rowOf(owner, name);
            if (columns != null && row != null) {
                compare(owner, name, columns, row, faults);
            }
        } catch (SQLException refused) {
            faults.add("%s.%s: %s".formatted(owner.getSimpleName(), name, refused.getMessage()));
        }
    }

    private static String positional(String sql) {
        return NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null);
    }

    private static Class<?> rowOf(Class<?> owner, String constant) {
        String wanted = constant.replace("_", "").toLowerCase(Locale.ROOT) + "row";
        for (Class<?> inner : owner.getDeclaredClasses()) {
            if (inner.isRecord()
                    && inner.getSimpleName().toLowerCase(Locale.ROOT).equals(wanted)) {
                return inner;
            }
        }
        return null;
    }

    private static void compare(
            Class<?> owner, String name, ResultSetMetaData columns, Class<?> row, List<String> faults)
            throws SQLException {
        var found = new TreeSet<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            found.add(columns.getColumnLabel(i).replace("_", "").toLowerCase(Locale.ROOT));
        }
        var wanted = new TreeSet<String>();
        for (RecordComponent component : row.getRecordComponents()) {
            wanted.add(component.getName().toLowerCase(Locale.ROOT));
        }
        if (!found.equals(wanted)) {
            faults.add("%s.%s: columns %s, record %s".formatted(owner.getSimpleName(), name, found, wanted));
        }
    }
}
