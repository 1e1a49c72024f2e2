package org.bluelamp.journal.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL in a data directory of our own, which survives restarts. The first program on the directory starts it;
/// others (the command line) join it. Everything durable is on; every connection needs a password.
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String SUPERUSER = "postgres";
    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final int PASSWORD_BYTES = 24;
    private static final String FIRST_START = "host all postgres 127.0.0.1/32 trust\nhost all postgres ::1/128 trust\n";
    private static final String EVERY_START =
            "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private final Path data;
    private final DatabaseLogins logins;
    private final FileChannel lockFile;
    private final @Nullable EmbeddedPostgres server;

    private EmbeddedServer(Path data, DatabaseLogins logins, FileChannel lockFile, @Nullable EmbeddedPostgres server) {
        this.data = data;
        this.logins = logins;
        this.lockFile = lockFile;
        this.server = server;
    }

    /// Starts or joins the server on a data directory.
    ///
    /// Errors: `UncheckedIOException` when the directory cannot be written; `IllegalStateException` when the server
    /// does not come up.
    static EmbeddedServer on(Path data) {
        return withSettings(data, Map.of());
    }

    /// The same with other server settings than ours, for tests of what we refuse.
    static EmbeddedServer withSettings(Path data, Map<String, String> settings) {
        try {
            Path run = Files.createDirectories(data.resolve("run"));
            FileChannel lockFile =
                    FileChannel.open(run.resolve("program.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                LOG.info("Joining the server that runs on {}.", data);
                return new EmbeddedServer(data, DatabaseLogins.running(data, START_WITHIN), lockFile, null);
            }
            return start(data, lockFile, settings);
        } catch (IOException | SQLException fault) {
            throw new IllegalStateException(
                    "The database in (%s) does not start: %s".formatted(data, fault.getMessage()), fault);
        }
    }

    private static EmbeddedServer start(Path data, FileChannel lockFile, Map<String, String> settings)
            throws IOException, SQLException {
        Path cluster = data.resolve("postgresql");
        stopOrphan(cluster);
        boolean first = !Files.exists(cluster.resolve("PG_VERSION"));
        Properties passwords = DatabaseLogins.passwords(data, EmbeddedServer::password);
        var builder = builder(cluster, first, passwords);
        settings.forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.start();
        var logins = DatabaseLogins.of(data, server.getPort(), passwords);
        if (first) {
            DatabaseRoles.create(logins.superuserWithoutPassword(), passwords);
            Files.writeString(cluster.resolve("pg_hba.conf"), EVERY_START);
            DatabaseRoles.reload(logins.superuserWithoutPassword());
        }
        logins.announce();
        return new EmbeddedServer(data, logins, lockFile, server);
    }

    private static EmbeddedPostgres.Builder builder(Path cluster, boolean first, Properties passwords) {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WITHIN)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        cluster.resolveSibling("postgresql.log").toFile()));
        if (first) {
            builder.setDataDirectoryCustomizer(directory -> firstAccess(directory.toPath()));
        } else {
            builder.setConnectConfig("password", passwords.getProperty(SUPERUSER));
        }
        return builder;
    }

    /// Between the first start and the setting of the passwords only the superuser may connect, from this machine.
    private static void firstAccess(Path cluster) {
        try {
            Files.writeString(cluster.resolve("pg_hba.conf"), FIRST_START);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// A server whose program was killed still runs on the directory: it is stopped before a new one starts.
    private static void stopOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        var orphan = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (orphan.isPresent()) {
            LOG.warn("Stopping the orphaned database server {}.", pid);
            OrphanedServer.stop(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    DatabaseLogins logins() {
        return logins;
    }

    /// Whether this program started the server and so stops it.
    boolean owned() {
        return server != null;
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                logins.retract();
                server.close();
            }
            lockFile.close();
        } catch (IOException fault) {
            throw new UncheckedIOException("The database in (%s) does not stop.".formatted(data), fault);
        }
    }
}
