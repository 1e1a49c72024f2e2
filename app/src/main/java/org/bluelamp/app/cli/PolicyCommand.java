package org.bluelamp.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.PolicyFault;
import org.bluelamp.policy.PolicyLoad;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bluelamp policy`: policy files into the record.
@Command(
        name = "policy",
        description = "Check and load policy files.",
        subcommands = PolicyCommand.Load.class,
        synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is done with a policy? (load)");
    }

    /// `bluelamp policy load FILE --check`.
    @Command(
            name = "load",
            description = "Check a policy file whole and journal it with its hash; safe to repeat.",
            footer = {"", "Every fault is listed at once, each with line, column and field."})
    static final class Load implements Callable<Integer> {
        @Mixin
        DataOptions where = new DataOptions();

        @Parameters(paramLabel = "FILE", description = "The policy file (JSON).")
        @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
        Path file;

        @Option(names = "--check", description = "Only say what is wrong with it; record nothing.")
        boolean check;

        @Option(
                names = "--as",
                paramLabel = "PERSON",
                description = "Who loads it, by their number (default: ${DEFAULT-VALUE}).")
        String as = "system/command-line";

        @Override
        public Integer call() throws IOException {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandFailed("The policy file (%s) cannot be read.".formatted(file));
            }
            if (Files.size(file) > Policies.FILE_BYTES_MAX) {
                throw new CommandFailed("A policy file has at most %d bytes.".formatted(Policies.FILE_BYTES_MAX));
            }
            String text = Files.readString(file);
            return Program.with(where, context -> run(context, text));
        }

        private int run(ApplicationContext context, String text) {
            Policies policies = context.getBean(Policies.class);
            PolicyLoad answer = check ? policies.check(text) : policies.load(text, act(context));
            switch (answer) {
                case PolicyLoad.Sound sound ->
                    System.out.printf(
                            "%s %s, version %d (SHA-256 %s).%n",
                            check ? "Sound, and not loaded:" : "Loaded:",
                            sound.policy().policy(),
                            sound.policy().version(),
                            sound.sha256());
                case PolicyLoad.AlreadyThere there ->
                    System.out.printf(
                            "Loaded before, nothing to do: %s, version %d.%n",
                            there.policy().policy(), there.policy().version());
                case PolicyLoad.VersionTaken taken -> throw new CommandFailed(inFile(taken.fault()));
                case PolicyLoad.Faulty faulty -> {
                    faulty.faults().forEach(fault -> System.err.println("  " + inFile(fault)));
                    throw new CommandFailed("The policy file (%s) has %d fault(s)."
                            .formatted(file, faulty.faults().size()));
                }
            }
            return 0;
        }

        private String inFile(PolicyFault fault) {
            return file.getFileName() + ":" + fault.text();
        }

        private Act act(ApplicationContext context) {
            var now = context.getBean(ServiceClock.class).now();
            return Act.byScreen(
                    new ActorId(as),
                    new RoleCode("COMMAND_LINE"),
                    new Happened(now, Happened.Precision.MICROSECOND, "command-line"));
        }
    }
}
