package org.bluelamp.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.bluelamp.app.Bluelamp;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// Starts the program around a command.
final class Program {
    /// Boot's word for "all of the web part, but no port".
    private static final int NO_PORT = -1;

    private Program() {}

    /// Runs `work` inside the program on this record, without answering on a port, and gives back its exit status.
    ///
    /// Where a program serves this data directory already, the command joins its database server as another node
    /// of the same record; else it starts the server for as long as the work takes.
    /// Errors: what the work throws, logged with its trace; `CommandFailed` is a plain refusal and is not.
    static int with(DataOptions where, ToIntFunction<ApplicationContext> work) {
        return with(where, _ -> {}, work);
    }

    /// The same with something declared to the program before it starts.
    static int with(
            DataOptions where, Consumer<GenericApplicationContext> declare, ToIntFunction<ApplicationContext> work) {
        Map<String, Object> settings = Map.of("server.port", NO_PORT, "logging.file.name", where.log("command.log"));
        try (var context = start(where, settings, declare)) {
            return logging(work, context);
        }
    }

    /// The same on a port of its own choosing.
    static int serving(
            DataOptions where, Consumer<GenericApplicationContext> declare, ToIntFunction<ApplicationContext> work) {
        Map<String, Object> settings = Map.of("server.port", 0, "logging.file.name", where.log("command.log"));
        try (var context = start(where, settings, declare)) {
            return logging(work, context);
        }
    }

    /// Starts the program; what it has to say goes to its log file, never to the terminal.
    static ConfigurableApplicationContext start(
            DataOptions where, Map<String, Object> further, Consumer<GenericApplicationContext> declare) {
        var settings = new LinkedHashMap<>(where.settings());
        settings.put("logging.console.enabled", "false");
        settings.put("logging.file.name", where.log("program.log").toString());
        settings.putAll(further);
        // As arguments, since they stand above the settings file.
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Bluelamp.class)
                .initializers((GenericApplicationContext program) -> declare.accept(program))
                .run(arguments);
    }

    /// A defect is written to the log while the program around it still has one.
    private static int logging(ToIntFunction<ApplicationContext> work, ApplicationContext context) {
        try {
            return work.applyAsInt(context);
        } catch (CommandFailed refused) {
            throw refused;
        } catch (RuntimeException defect) {
            LoggerFactory.getLogger(Program.class).error("The command failed.", defect);
            throw defect;
        }
    }
}
