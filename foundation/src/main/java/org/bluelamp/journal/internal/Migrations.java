package org.bluelamp.journal.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings every module's schema up to date, as the owner: one schema and one migration history for each module.
final class Migrations {
    /// In the order modules may use one another; a module without migrations is passed over.
    static final List<String> MODULES = List.of(
            "journal",
            "policy",
            "people",
            "persons",
            "geography",
            "actions",
            "workforce",
            "desks",
            "control",
            "despatch",
            "contact",
            "history",
            "performance");
    private static final String MAY_WRITE = """
            grant usage on schema %1$s to bluelamp_writer, bluelamp_reader;
            alter default privileges in schema %1$s grant select, insert, update, delete on tables to bluelamp_writer;
            alter default privileges in schema %1$s grant usage, select on sequences to bluelamp_writer;
            alter default privileges in schema %1$s grant select on tables to bluelamp_reader;
            alter default privileges in schema %1$s grant execute on functions to bluelamp_writer""";

    private Migrations() {}

    static void run(DatabaseLogins.Login owner) {
        for (String module : MODULES) {
            if (hasMigrations(module)) {
                prepare(owner, module);
                Flyway.configure()
                        .dataSource(owner.url(), owner.user(), owner.password())
                        .locations("classpath:db/migration/" + module)
                        .schemas(module)
                        .defaultSchema(module)
                        .createSchemas(false)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .table("migration")
                        .load()
                        .migrate();
            }
        }
    }

    private static boolean hasMigrations(String module) {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/migration/" + module + "/V*.sql");
            return found.length > 0;
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static void prepare(DatabaseLogins.Login owner, String module) {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + module);
            statement.execute(MAY_WRITE.formatted(module));
        } catch (SQLException fault) {
            throw new IllegalStateException("The schema (%s) cannot be made.".formatted(module), fault);
        }
    }
}
