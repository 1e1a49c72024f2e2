package org.bluelamp.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bluelamp.people.FirstAdministrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bluelamp serve`: the program on its record until it is told to stop.
@Command(
        name = "serve",
        description = "Serve the record in a data directory, or on an outside database, until stopped (Ctrl-C).")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    DataOptions where = new DataOptions();

    @Option(names = "--port", paramLabel = "N", description = "Port to answer on (default: 8080).")
    int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "IP",
            description = "Address to answer on (default: 127.0.0.1, this machine only).")
    String address = "127.0.0.1";

    @Override
    public Integer call() throws InterruptedException {
        var settings = new LinkedHashMap<String, Object>(Map.of("server.port", port, "server.address", address));
        try (var serving = Serving.start(where, settings)) {
            System.out.printf("Bluelamp serves %s (record in %s).%n", serving.address(), where.data);
            serving.context().getBean(FirstAdministrator.class).makeIfNone().ifPresent(ServeCommand::print);
            serving.untilStopped();
        }
        return 0;
    }

    private static void print(FirstAdministrator.Made first) {
        System.out.printf(
                "Nobody has an account yet. Sign in as %s with the password %s; it works once and is shown once.%n",
                first.signInName(), first.oneTimePassword());
    }
}
