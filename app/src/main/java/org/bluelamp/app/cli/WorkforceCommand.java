package org.bluelamp.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.workforce.Rosters;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bluelamp workforce`: rosters into the record.
@Command(
        name = "workforce",
        description = "Load rosters.",
        subcommands = WorkforceCommand.Roster.class,
        synopsisSubcommandLabel = "COMMAND")
final class WorkforceCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is loaded? (roster)");
    }

    /// `bluelamp workforce roster FILE.csv`.
    @Command(
            name = "roster",
            description = "Plan the tours of a file (CSV, UTF-8).",
            footer = {
                "",
                "Columns: day,callsign,tour,kind,borough,command_unit,from,until,vehicle,equipment,crew",
                "e.g. 2026-11-22,MP12,1,RESPONSE,E09000033,BOCU-WESTMINSTER,07:00,15:00,,,p-104:TASER/2027-03-31 p-105",
                "Good rows are planned; each faulty one is named with its line and field. A file can be loaded again:",
                "what stands on the roster already is left alone."
            })
    static final class Roster implements Callable<Integer> {
        @Mixin
        DataOptions where = new DataOptions();

        @Parameters(paramLabel = "FILE.csv", description = "The roster.")
        @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
        Path file;

        @Option(names = "--check", description = "Say what is wrong in the file and record nothing.")
        boolean check;

        @Override
        public Integer call() {
            String csv = text();
            return Program.with(where, context -> print(take(context, csv)));
        }

        private Rosters.Outcome take(ApplicationContext context, String csv) {
            var now = context.getBean(ServiceClock.class).now();
            var act = Act.byProgram("command-line", new Happened(now, Happened.Precision.MICROSECOND, "command-line"));
            return context.getBean(Rosters.class).take(csv, Optional.empty(), check, act);
        }

        private int print(Rosters.Outcome outcome) {
            outcome.faults().stream().map(Rosters.Fault::asLine).forEach(System.err::println);
            if (outcome.faulty() > outcome.faults().size()) {
                System.err.printf("The file has %,d faulty rows in all.%n", outcome.faulty());
            }
            System.out.printf(
                    "%s: %,d tours, %,d stood already, %,d rows faulty.%n",
                    check ? "Would be planned" : "Planned", outcome.planned(), outcome.unchanged(), outcome.faulty());
            return outcome.faulty() == 0 ? 0 : 1;
        }

        private String text() {
            try {
                if (!Files.isReadable(file) || Files.isDirectory(file)) {
                    throw new CommandFailed("The file (%s) cannot be read.".formatted(file));
                }
                if (Files.size(file) > Rosters.FILE_BYTES_MAX) {
                    throw new CommandFailed("The file (%s) has %,d bytes; at most %,d are taken."
                            .formatted(file, Files.size(file), Rosters.FILE_BYTES_MAX));
                }
                return Files.readString(file);
            } catch (MalformedInputException notText) {
                throw new CommandFailed("The file (%s) is not UTF-8 text.".formatted(file), notText);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }
}
