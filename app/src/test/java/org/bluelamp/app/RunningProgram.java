package org.bluelamp.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole program as `./bluelamp demo` runs it, started once for all tests of this layer, on a database of its own.
public final class RunningProgram {
    private static final RunningProgram SHARED = new RunningProgram();

    private final Path data;
    private final ConfigurableApplicationContext context;

    private RunningProgram() {
        TestDatabase database = TestDatabase.fresh();
        try {
            data = Files.createTempDirectory("bluelamp-running");
        } catch (IOException e) {
            throw new UncheckedIOException("No directory can be made for the program's data.", e);
        }
        context = new SpringApplicationBuilder(Bluelamp.class)
                .run(
                        "--bluelamp.database-url=" + database.writerUrl(),
                        "--bluelamp.database-owner-url=" + database.ownerUrl(),
                        "--bluelamp.data=" + data,
                        "--bluelamp.demo=true",
                        "--server.port=0",
                        "--logging.level.root=WARN");
        try {
            Demonstration.load(context, ImportProgress.none(), _ -> {});
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("The program was stopped while its history was loaded.", stopped);
        }
    }

    /// The one program of this test run; it is stopped with the test run.
    public static RunningProgram shared() {
        return SHARED;
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public Path data() {
        return data;
    }

    /// Where it answers, e.g. `http://localhost:41873`.
    public String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }
}
