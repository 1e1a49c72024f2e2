package org.bluelamp.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bluelamp.journal.Proofs;
import org.bluelamp.journal.StreamId;
import org.bluelamp.journal.Verification;
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

/// `bluelamp journal`: is the record what was sealed, and can it be shown to others.
@Command(
        name = "journal",
        description = "Verify the record, prove an entry of it, hand it out.",
        subcommands = {JournalCommand.Verify.class, JournalCommand.Proof.class, JournalCommand.Export.class},
        synopsisSubcommandLabel = "COMMAND")
final class JournalCommand implements Runnable {
    private static final int FOUND = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about the journal? (verify, proof, export)");
    }

    /// How an answer is printed; the words are those of the command line.
    enum Format {
        table,
        json
    }

    /// `bluelamp journal verify`: exit status 0 when nothing was found, 1 otherwise.
    @Command(
            name = "verify",
            description = "Read and hash every entry again and hold it against its seals; or check a written proof.",
            footer = {
                "",
                "By itself this finds what was changed by anybody without the seal key. A record written anew with the",
                "key, or cut back to an older checkpoint, shows only with a witness file that lay elsewhere.",
                "A check that was broken off goes on from its last good tile."
            })
    static final class Verify implements Callable<Integer> {
        @Mixin
        DataOptions where = new DataOptions();

        @Option(names = "--witness", paramLabel = "FILE", description = "Checkpoints as the witness kept them.")
        @Nullable
        Path witness;

        @Option(names = "--log", paramLabel = "LOG", description = "journal or looking (default: ${DEFAULT-VALUE}).")
        String log = "journal";

        @Option(names = "--from-start", description = "Begin at the beginning where a check was broken off.")
        boolean fromStart;

        @Option(names = "--proof", paramLabel = "FILE", description = "Check this written proof instead.")
        @Nullable
        Path proof;

        @Option(
                names = "--public-key",
                paramLabel = "FILE",
                description = "Whose seal a proof must bear (default: keys/journal-seal.pub of this record).")
        @Nullable
        Path publicKey;

        @Option(names = "--format", description = "How the answer is printed: ${COMPLETION-CANDIDATES}.")
        Format format = Format.table;

        @Spec
        @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (!Verification.LOGS.contains(log)) {
                throw new ParameterException(
                        spec.commandLine(), "There is no log (%s), only %s.".formatted(log, Verification.LOGS));
            }
            Path file = witness;
            if (file != null && !Files.isReadable(file)) {
                throw new CommandFailed("The witness file (%s) cannot be read.".formatted(file));
            }
            Path written = proof;
            return written != null
                    ? checkProof(text(written))
                    : Program.with(where, context -> verify(context.getBean(Verification.class)));
        }

        private int verify(Verification verification) {
            var bar = new ProgressBar(System.err, System.console() != null);
            Path file = witness;
            var request = new Verification.Request(log, java.util.Optional.ofNullable(file), fromStart);
            var report =
                    verification.verify(request, position -> bar.show("%,d entries checked".formatted(position), 0, 1));
            bar.clear();
            switch (format) {
                case json -> print(json(report));
                case table -> table(report);
            }
            return report.sound() ? 0 : FOUND;
        }

        private static Map<String, Object> json(Verification.Report report) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("log", report.log());
            answer.put("sound", report.sound());
            answer.put("entries", report.entries());
            answer.put("sealed", report.sealed());
            answer.put("resumed_after", report.resumedAfter());
            answer.put("checked", report.checked());
            answer.put("checkpoints", report.checkpoints());
            answer.put("witnessed", report.witnessed());
            answer.put("findings", report.findings());
            answer.put("further_findings", report.furtherFindings());
            answer.put("seconds", report.took().toMillis() / 1_000.0);
            return answer;
        }

        private static void table(Verification.Report report) {
            System.out.printf(
                    "%s: %,d entries, %,d of them sealed; %,d read in %.1f s, %,d checkpoints, %,d witnessed%n",
                    report.log(),
                    report.entries(),
                    report.sealed(),
                    report.checked(),
                    report.took().toMillis() / 1_000.0,
                    report.checkpoints(),
                    report.witnessed());
            if (report.resumedAfter() > 0) {
                System.out.printf("gone on after position %,d, where a check was broken off%n", report.resumedAfter());
            }
            for (Verification.Finding finding : report.findings()) {
                System.out.printf("%12d  %s%n", finding.position(), finding.sentence());
            }
            if (report.furtherFindings() > 0) {
                System.out.printf("and %,d more%n", report.furtherFindings());
            }
            System.out.println(report.sound() ? "sound" : "NOT SOUND");
        }

        private int checkProof(String written) {
            Path keys = publicKey;
            List<String> lines = keys == null
                    ? List.of()
                    : text(keys).lines().filter(line -> !line.isBlank()).toList();
            return Program.with(where, context -> {
                var proofs = context.getBean(Proofs.class);
                var checked = proofs.check(written, keys == null ? proofs.publicKeys() : lines);
                switch (format) {
                    case json -> {
                        var answer = new LinkedHashMap<String, Object>();
                        answer.put("holds", checked.holds());
                        answer.put("refused", checked.refused().orElse(""));
                        answer.put("shown", new java.util.TreeMap<>(checked.shown()));
                        print(answer);
                    }
                    case table -> {
                        new java.util.TreeMap<>(checked.shown())
                                .forEach((name, value) -> System.out.printf("%-12s %s%n", name, value));
                        System.out.println(
                                checked.refused().map("DOES NOT HOLD: "::concat).orElse("holds"));
                    }
                }
                return checked.holds() ? 0 : FOUND;
            });
        }
    }

    /// `bluelamp journal proof POSITION`, or of a whole stream.
    @Command(name = "proof", description = "Print the proof that an entry, or a stream, is in the record.")
    static final class Proof implements Callable<Integer> {
        @Mixin
        DataOptions where = new DataOptions();

        @Parameters(paramLabel = "POSITION", arity = "0..1", description = "The entry.")
        long position;

        @Option(names = "--stream", paramLabel = "STREAM", description = "Every entry of this stream instead.")
        @Nullable
        String stream;

        @Option(names = "--since", paramLabel = "SIZE", description = "Instead: the log of SIZE began this one.")
        long since;

        @Override
        public Integer call() {
            return Program.with(where, context -> {
                System.out.print(text(context.getBean(Proofs.class)));
                System.out.flush();
                return 0;
            });
        }

        private String text(Proofs proofs) {
            try {
                String whole = stream;
                if (whole != null) {
                    return proofs.stream(new StreamId(whole)).text();
                }
                return since > 0
                        ? proofs.consistency(since, position).text()
                        : proofs.inclusion(position).text();
            } catch (IllegalArgumentException refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            }
        }
    }

    /// `bluelamp journal export`: JSON lines on standard output or in a file.
    @Command(name = "export", description = "Hand out every sealed entry as JSON lines, with what proves it.")
    static final class Export implements Callable<Integer> {
        @Mixin
        DataOptions where = new DataOptions();

        @Option(names = "--personal", description = "With personal parts and their salts.")
        boolean personal;

        @Option(names = "--output", paramLabel = "FILE", description = "Where to (default: standard output).")
        @Nullable
        Path output;

        @Override
        public Integer call() {
            return Program.with(where, this::export);
        }

        private int export(ApplicationContext context) {
            Path file = output;
            try (var out = file == null
                    ? new PrintWriter(System.out, false, StandardCharsets.UTF_8)
                    : new PrintWriter(Files.newBufferedWriter(file))) {
                context.getBean(Proofs.class)
                        .export(personal, line -> out.append(line).append('\n'));
                if (out.checkError()) {
                    throw new CommandFailed("The export cannot be written.");
                }
            } catch (IOException fault) {
                throw new CommandFailed("The export (%s) cannot be written.".formatted(file), fault);
            } catch (IllegalArgumentException refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            }
            return 0;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new CommandFailed("The file (%s) cannot be read.".formatted(file), fault);
        }
    }

    private static void print(Object answer) {
        System.out.println(JsonMapper.shared().writeValueAsString(answer));
    }
}
