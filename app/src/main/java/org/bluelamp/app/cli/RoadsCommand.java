package org.bluelamp.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bluelamp.geography.ReferenceFile;
import org.bluelamp.geography.Roads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bluelamp geography roads FILE.osm.pbf`: the roads units travel by.
@Command(
        name = "roads",
        description = "Load the roads units travel by from an OpenStreetMap extract (.osm.pbf).",
        footer = {
            "",
            "They take the place of those loaded before; a program that runs on the same directory goes by them",
            "within ten seconds. Roads lie in the data directory of this node, not in the record. See",
            "docs/howto/load-roads.md."
        })
final class RoadsCommand implements Callable<Integer> {
    private static final double MILLIS = 1_000;

    @Mixin
    DataOptions where = new DataOptions();

    @Option(names = "--licence", paramLabel = "TEXT", description = "The licence and attribution to show.")
    String licence = "Open Database Licence 1.0. © OpenStreetMap contributors";

    @Parameters(paramLabel = "FILE", description = "The extract.")
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    Path file;

    @Override
    public Integer call() {
        ReferenceFile extract = GeographyCommand.read(file, licence);
        return Program.with(where, context -> switch (context.getBean(Roads.class)
                .load(extract)) {
            case Roads.Outcome.Taken taken -> {
                System.out.printf("Loaded: %s.%n", words(taken.loaded()));
                yield 0;
            }
            case Roads.Outcome.Refused not -> throw new CommandFailed(not.sentence());
        });
    }

    private static String words(Roads.Loaded roads) {
        return String.format(
                Locale.UK,
                "%s, %,d junctions, %,d roads between them, in %.1f s",
                roads.label(),
                roads.junctions(),
                roads.roads(),
                roads.took().toMillis() / MILLIS);
    }
}
