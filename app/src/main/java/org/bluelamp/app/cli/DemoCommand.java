package org.bluelamp.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bluelamp.app.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bluelamp demo`: the program with real history and invented people, for anybody to look at.
@Command(
        name = "demo",
        description = "Serve a demonstration on this machine: real history of two services, invented people.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    DataOptions where = new DataOptions();

    @Option(names = "--port", paramLabel = "N", description = "Port to answer on (default: 8080).")
    int port = 8080;

    @Override
    public Integer call() throws InterruptedException {
        System.out.printf("Starting in %s: database, places, invented people …%n", where.data);
        var settings = new LinkedHashMap<String, Object>(
                Map.of("bluelamp.demo", "true", "server.port", port, "server.address", "127.0.0.1"));
        try (var serving = Serving.start(where, settings)) {
            var bar = new ProgressBar(System.err, System.console() != null);
            Demonstration.load(
                    serving.context(),
                    (account, done, all) -> {
                        bar.show(account.sentence(), done, all);
                        return true;
                    },
                    said -> {
                        bar.clear();
                        System.out.println(said);
                    });
            Demonstration.begin(serving.context());
            System.out.printf("%n  Bluelamp is at %s%n  Stop it with Ctrl-C.%n%n", serving.address());
            serving.untilStopped();
        }
        return 0;
    }
}
