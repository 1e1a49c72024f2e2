package org.bluelamp.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bluelamp` without a command: wrong usage, answered with what there is.
@Command(
        name = "bluelamp",
        mixinStandardHelpOptions = true,
        version = "Bluelamp 0.1.0",
        header = "One unalterable record from the 999 call to the committee's question.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "`bluelamp COMMAND -h` explains a command; `source <(bluelamp completion)` completes them in a shell.",
            "Exit status: 0 done, 1 refused or failed (the reason is on standard error), 2 wrong usage."
        })
final class BluelampCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is needed.");
    }
}
