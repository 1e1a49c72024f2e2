package org.bluelamp.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;

/// Who connects to the embedded server and with which password. The passwords lie outside the database, in
/// `keys/database.properties`, readable by its owner only; the port of a running server in `run/database.properties`.
record DatabaseLogins(Path data, int port, Properties passwords) {
    static final String DATABASE = "bluelamp";
    static final String SUPERUSER = "postgres";
    static final String OWNER = "bluelamp_owner";
    static final String WRITER = "bluelamp_writer";
    static final String READER = "bluelamp_reader";
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(200);

    /// One login: JDBC address without the password, user, password.
    record Login(String url, String user, String password) {
        @Override
        public String toString() {
            return "Login[%s as %s]".formatted(url, user);
        }
    }

    static DatabaseLogins of(Path data, int port, Properties passwords) {
        return new DatabaseLogins(data, port, passwords);
    }

    /// The passwords of a data directory, made the first time.
    static Properties passwords(Path data, Supplier<String> fresh) throws IOException {
        Path file = Files.createDirectories(data.resolve("keys")).resolve("database.properties");
        var passwords = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
            return passwords;
        }
        for (String user : new String[] {SUPERUSER, OWNER, WRITER, READER}) {
            passwords.setProperty(user, fresh.get());
        }
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        try (var writer = Files.newBufferedWriter(file)) {
            passwords.store(writer, "Passwords of the embedded database. Keep this file to its owner.");
        }
        return passwords;
    }

    /// The logins of a server that another program started, waiting while it comes up.
    static DatabaseLogins running(Path data, Duration atMost) throws IOException {
        Path file = data.resolve("run").resolve("database.properties");
        long tries = atMost.dividedBy(LOOK_AGAIN_AFTER);
        for (long tried = 0; tried < tries && !Files.exists(file); tried++) {
            pause();
        }
        if (!Files.exists(file)) {
            throw new IOException("Another program holds (%s) but its database has not come up.".formatted(data));
        }
        var running = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            running.load(reader);
        }
        var passwords = passwords(data, () -> {
            throw new IllegalStateException("The passwords of (%s) are missing.".formatted(data));
        });
        return new DatabaseLogins(data, Integer.parseInt(running.getProperty("port")), passwords);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_AGAIN_AFTER);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for the database.", stopped);
        }
    }

    Login login(String user, String database) {
        return new Login(
                "jdbc:postgresql://localhost:%d/%s".formatted(port, database), user, passwords.getProperty(user));
    }

    Login owner() {
        return login(OWNER, DATABASE);
    }

    Login writer() {
        return login(WRITER, DATABASE);
    }

    Login superuserWithoutPassword() {
        return new Login("jdbc:postgresql://localhost:%d/postgres".formatted(port), SUPERUSER, "");
    }

    void announce() throws IOException {
        Path file = data.resolve("run").resolve("database.properties");
        Path fresh = file.resolveSibling("database.properties.new");
        Files.writeString(fresh, "port=%d%n".formatted(port));
        Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    void retract() {
        try {
            Files.deleteIfExists(data.resolve("run").resolve("database.properties"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
