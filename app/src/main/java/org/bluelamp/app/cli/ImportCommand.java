package org.bluelamp.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bluelamp.history.Histories;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.ImportProgress;
import org.bluelamp.history.Importing;
import org.bluelamp.history.Mapping;
import org.bluelamp.history.MappingFaults;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `bluelamp import`: real exports into the record.
@Command(
        name = "import",
        description = "Import exports of other systems.",
        subcommands = ImportCommand.Incidents.class,
        synopsisSubcommandLabel = "COMMAND")
final class ImportCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is imported? (incidents)");
    }

    /// How the account is printed.
    enum Format {
        table,
        json
    }

    /// `bluelamp import incidents FILE --mapping MAPPING.yaml`.
    @Command(
            name = "incidents",
            description = "Import a CAD export (CSV, compressed or not) by a mapping file; safe to repeat.",
            footer = {
                "",
                "Rows that cannot be are refused, with line, column and reason, in a file beside the export; rows that",
                "are odd but may be true are kept and flagged. An import that was stopped goes on when repeated."
            })
    static final class Incidents implements Callable<Integer> {
        @Mixin
        DataOptions where = new DataOptions();

        @Parameters(paramLabel = "FILE", description = "The export.")
        @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
        Path file;

        @Option(
                names = "--mapping",
                required = true,
                paramLabel = "MAPPING.yaml",
                description = "How its columns read; see mappings/.")
        @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
        Path mapping;

        @Option(names = "--check", description = "Only say what an import would do; record nothing.")
        boolean check;

        @Option(names = "--strict", description = "Refuse odd rows too (arrival before the call, no number …).")
        boolean strict;

        @Option(
                names = "--refused",
                paramLabel = "FILE",
                description = "Where refused rows go (default: the export's name with .refused.csv).")
        @Nullable
        Path refused;

        @Option(
                names = "--as",
                paramLabel = "PERSON",
                description = "Who imports, by their number (default: ${DEFAULT-VALUE}).")
        String as = "system/command-line";

        @Option(names = "--format", description = "How the account is printed: ${COMPLETION-CANDIDATES}.")
        Format format = Format.table;

        @Override
        public Integer call() throws IOException {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandFailed("The export (%s) cannot be read.".formatted(file));
            }
            if (!Files.isReadable(mapping)) {
                throw new CommandFailed("The mapping (%s) cannot be read.".formatted(mapping));
            }
            String yaml = Files.readString(mapping);
            return Program.with(where, context -> run(context, yaml));
        }

        private int run(ApplicationContext context, String yaml) {
            Histories histories = context.getBean(Histories.class);
            var bar = new ProgressBar(System.err, System.console() != null);
            try {
                Mapping read = histories.mapping(yaml);
                ImportProgress progress = (account, done, all) -> bar.show(account.sentence(), done, all);
                Path refusedRows = refusedRows();
                Importing how = how(refusedRows);
                long start = System.nanoTime();
                ImportAccount account =
                        check ? histories.check(file, read, how, progress) : histories.run(file, read, how, progress);
                bar.clear();
                print(account, (System.nanoTime() - start) / 1e9, refusedRows);
                return 0;
            } catch (MappingFaults faults) {
                bar.clear();
                faults.faults().forEach(fault -> System.err.println("  " + fault));
                throw new CommandFailed("The mapping (%s) has %d fault(s)."
                        .formatted(mapping, faults.faults().size()));
            }
        }

        private Importing how(Path refusedRows) {
            var how = Importing.by(new ActorId(as), new RoleCode("COMMAND_LINE"));
            Importing further = strict ? how.strictly() : how;
            return check && refused == null ? further : further.refusedTo(refusedRows);
        }

        /// Beside the export; where that folder cannot be written, in the folder one works in.
        private Path refusedRows() {
            if (refused != null) {
                return refused;
            }
            Path beside = file.resolveSibling(file.getFileName() + ".refused.csv");
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && Files.isWritable(folder)
                    ? beside
                    : Path.of(beside.getFileName().toString());
        }

        private void print(ImportAccount account, double seconds, Path refusedRows) {
            if (format == Format.json) {
                System.out.println(JsonMapper.builder().build().writeValueAsString(account));
                return;
            }
            var out = new PrintWriter(System.out, true);
            out.println((check ? "Would import into " : "Imported into ") + account.source() + ":");
            out.println("  " + account.sentence());
            account.flagged().forEach((flag, rows) -> out.printf("  flagged %s: %,d%n", flag, rows));
            account.refusals()
                    .forEach(row -> out.printf(
                            "  refused line %d, column %d, %s: %s%n",
                            row.line(), row.column(), row.field(), row.reason()));
            if (account.refused() > account.refusals().size()) {
                out.printf(
                        "  … and %,d more%n",
                        account.refused() - account.refusals().size());
            }
            if (account.refused() > 0 && (!check || refused != null)) {
                out.println("  All refused rows are in " + refusedRows + ".");
            }
            out.printf("  %,.1f s, %,.0f rows a second%n", seconds, account.rows() / Math.max(seconds, 0.001));
        }
    }
}
