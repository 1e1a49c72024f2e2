package org.bluelamp.app.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/// Every command of `./bluelamp`. A new command is a class in this package and a line in `ALL`.
public final class Commands {
    static final List<Supplier<Object>> ALL = List.of(
            DemoCommand::new, //
            ServeCommand::new,
            BenchCommand::new,
            ImportCommand::new,
            JournalCommand::new,
            GeographyCommand::new,
            ReportCommand::new,
            PeopleCommand::new,
            WorkforceCommand::new,
            PolicyCommand::new,
            TokenCommand::new);

    private Commands() {}

    /// The command line, ready to execute: status 0 done, 1 refused or failed with a one-line reason on standard
    /// error, 2 wrong usage.
    public static CommandLine line() {
        var line = new CommandLine(new BluelampCommand());
        ALL.forEach(command -> line.addSubcommand(command.get()));
        line.addSubcommand("completion", new GenerateCompletion());
        line.getSubcommands().values().forEach(Commands::withHelp);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println("bluelamp: " + Reason.of(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    /// Every command answers `-h`, and so does every command below it.
    private static void withHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("-h") == null) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        }
        command.getSubcommands().values().forEach(Commands::withHelp);
    }
}
