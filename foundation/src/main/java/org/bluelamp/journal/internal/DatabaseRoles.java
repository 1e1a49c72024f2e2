package org.bluelamp.journal.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/// Makes the database and its three roles: the owner migrates, the writer is the running program, the reader reads.
final class DatabaseRoles {
    private DatabaseRoles() {}

    static void create(DatabaseLogins.Login superuser, Properties passwords) throws SQLException {
        try (Connection connection = connect(superuser);
                Statement statement = connection.createStatement()) {
            for (String role : List.of(DatabaseLogins.OWNER, DatabaseLogins.WRITER, DatabaseLogins.READER)) {
                statement.execute("create role %s login nosuperuser nocreatedb nocreaterole password '%s'"
                        .formatted(role, passwords.getProperty(role)));
            }
            statement.execute("alter role postgres password '%s'".formatted(passwords.getProperty("postgres")));
            statement.execute("create database %s owner %s encoding 'UTF8' template template0"
                    .formatted(DatabaseLogins.DATABASE, DatabaseLogins.OWNER));
        }
        var database = new DatabaseLogins.Login(
                superuser.url().replace("/postgres", "/" + DatabaseLogins.DATABASE),
                superuser.user(),
                superuser.password());
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_trgm");
            statement.execute("create extension if not exists btree_gist");
            statement.execute("revoke create on schema public from public");
        }
    }

    static void reload(DatabaseLogins.Login superuser) throws SQLException {
        try (Connection connection = connect(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    private static Connection connect(DatabaseLogins.Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }
}
