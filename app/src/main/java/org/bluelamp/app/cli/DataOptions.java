package org.bluelamp.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which record a command works on; every command that needs one has these as a `@Mixin`.
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory of the record and its own database server (default: ./data).")
    Path data = Path.of("data");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "JDBC address of an outside PostgreSQL 17 or newer, instead of the server in the directory.")
    @Nullable
    String databaseUrl;

    @Option(
            names = "--database-owner-url",
            paramLabel = "URL",
            description =
                    "The same database as its owner, who migrates it; the program itself never runs as the owner.")
    @Nullable
    String databaseOwnerUrl;

    /// As settings of the program.
    Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("bluelamp.data", data.toAbsolutePath().normalize().toString());
        if (databaseUrl != null) {
            settings.put("bluelamp.database-url", databaseUrl);
        }
        if (databaseOwnerUrl != null) {
            settings.put("bluelamp.database-owner-url", databaseOwnerUrl);
        }
        return settings;
    }

    Path log(String name) {
        return data.toAbsolutePath().normalize().resolve("log").resolve(name);
    }
}
