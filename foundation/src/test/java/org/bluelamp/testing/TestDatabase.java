package org.bluelamp.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Real PostgreSQL for tests: one embedded server for each JVM, an own empty database for whoever asks, with the
/// three roles of the program. Durability is on, as the program demands it.
public final class TestDatabase {
    private static final String PASSWORD = "test";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /// The server, started by the first test that needs it.
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("jit", "off")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                for (String role : new String[] {"bluelamp_owner", "bluelamp_writer", "bluelamp_reader"}) {
                    execute(server, "postgres", "create role %s login password '%s'".formatted(role, PASSWORD));
                }
                return server;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private static void execute(EmbeddedPostgres server, String database, String sql) {
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException(sql, fault);
        }
    }

    /// A new, empty database with the roles and extensions of the program; the program migrates it when it starts.
    public static TestDatabase fresh() {
        var database = new TestDatabase("test_" + NUMBER.incrementAndGet());
        execute(Server.POSTGRES, "postgres", "create database %s owner bluelamp_owner".formatted(database.name));
        database.asSuperuser("create extension pg_trgm; create extension btree_gist");
        return database;
    }

    public String name() {
        return name;
    }

    /// Runs SQL as the superuser, who may do what an attacker on the machine may.
    public void asSuperuser(String sql) {
        execute(Server.POSTGRES, name, sql);
    }

    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(Server.POSTGRES.getJdbcUrl("postgres", name));
    }

    public Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), "bluelamp_owner", PASSWORD);
    }

    public Connection writer() throws SQLException {
        return DriverManager.getConnection(url(), "bluelamp_writer", PASSWORD);
    }

    private String url() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(Server.POSTGRES.getPort(), name);
    }

    /// The value for `bluelamp.database-url`.
    public String writerUrl() {
        return url().replace("://", "://bluelamp_writer:" + PASSWORD + "@");
    }

    /// The value for `bluelamp.database-owner-url`.
    public String ownerUrl() {
        return url().replace("://", "://bluelamp_owner:" + PASSWORD + "@");
    }
}
