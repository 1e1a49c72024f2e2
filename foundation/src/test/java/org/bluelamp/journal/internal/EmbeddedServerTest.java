package org.bluelamp.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.bluelamp.testing.TestDatabase;
import org.bluelamp.testing.TestProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

class EmbeddedServerTest {
    @TempDir
    Path data;

    @Test
    void what_was_written_is_there_after_a_restart_and_everything_durable_is_on() throws SQLException {
        try (var server = EmbeddedServer.on(data)) {
            Migrations.run(server.logins().owner());
            execute(server.logins().owner(), "create table public.kept (n int); insert into public.kept values (7)");
            assertThat(ask(server.logins().writer(), "select current_setting('fsync')"))
                    .isEqualTo("on");
            assertThat(ask(server.logins().writer(), "select current_setting('full_page_writes')"))
                    .isEqualTo("on");
            assertThat(ask(server.logins().writer(), "select current_setting('synchronous_commit')"))
                    .isEqualTo("on");
        }
        try (var server = EmbeddedServer.on(data)) {
            assertThat(ask(server.logins().owner(), "select n from public.kept"))
                    .isEqualTo("7");
        }
    }

    @Test
    void nobody_connects_without_the_password_and_it_lies_where_only_its_owner_reads() throws Exception {
        try (var server = EmbeddedServer.on(data)) {
            String url = server.logins().superuserWithoutPassword().url();
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(url, "bluelamp_writer", "wrong"))
                    .isInstanceOf(SQLException.class);
            assertThat(Files.getPosixFilePermissions(data.resolve("keys/database.properties")))
                    .containsExactlyInAnyOrderElementsOf(
                            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_second_program_joins_the_server_that_runs() throws SQLException {
        try (var first = EmbeddedServer.on(data)) {
            // The lock is held by this virtual machine, so the second program is another one.
            assertThat(first.owned()).isTrue();
            assertThat(new Joining(data).run("leave"))
                    .isEqualTo("joined " + first.logins().port());
        }
    }

    /// Another program on the same directory.
    private record Joining(Path data) {
        String run(String ending) {
            try {
                Process process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Joiner.class.getName(),
                                data.toString(),
                                ending)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String said =
                        new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                process.waitFor(60, TimeUnit.SECONDS);
                return said.lines()
                        .filter(line -> line.startsWith("joined") || line.startsWith("started"))
                        .findFirst()
                        .orElse(said);
            } catch (java.io.IOException | InterruptedException fault) {
                throw new IllegalStateException(fault);
            }
        }
    }

    /// What the other program does.
    static final class Joiner {
        private Joiner() {}

        public static void main(String[] arguments) {
            try (var server = EmbeddedServer.on(Path.of(arguments[0]))) {
                System.out.println((server.owned() ? "started " : "joined ")
                        + server.logins().port());
                if (arguments[1].equals("halt")) {
                    Runtime.getRuntime().halt(9);
                }
            }
        }
    }

    @Test
    void an_orphaned_server_is_stopped_before_a_new_one_starts() throws Exception {
        assertThat(new Joining(data).run("halt")).startsWith("started");
        long orphan = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .trim());
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isPresent();

        try (var server = EmbeddedServer.on(data)) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(ask(server.logins().owner(), "select 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"synchronous_commit = off", "synchronous_commit = local"})
    void the_program_refuses_a_database_that_may_lose_what_it_acknowledged(String setting) {
        var database = TestDatabase.fresh();
        database.asSuperuser("alter role bluelamp_writer in database %s set %s".formatted(database.name(), setting));
        assertThatThrownBy(() -> TestProgram.on(database, WebApplicationType.NONE, java.util.List.of("journal")))
                .rootCause()
                .hasMessageContaining(setting.replace(" = ", " is "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes"})
    void the_program_refuses_a_server_without(String setting) throws Exception {
        try (var server = EmbeddedServer.on(data)) {
            Migrations.run(server.logins().owner());
            var superuser = server.logins().login("postgres", "bluelamp");
            execute(superuser, "alter system set %s = off".formatted(setting));
        }
        // The command line of the server wins over its files, so the setting is taken from there as well.
        try (var server = EmbeddedServer.withSettings(data, java.util.Map.of(setting, "off"))) {
            var writer = server.logins().writer();
            var source = new org.springframework.jdbc.datasource.DriverManagerDataSource(
                    writer.url(), writer.user(), writer.password());
            assertThatThrownBy(() ->
                            DurabilityCheck.require(org.springframework.jdbc.core.simple.JdbcClient.create(source)))
                    .hasMessageContaining(setting + " is off");
        }
    }

    private static void execute(DatabaseLogins.Login login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DatabaseLogins.Login login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
