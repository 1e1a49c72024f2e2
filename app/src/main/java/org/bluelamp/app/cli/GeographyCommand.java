package org.bluelamp.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.bluelamp.geography.AreaKind;
import org.bluelamp.geography.FileFault;
import org.bluelamp.geography.ReferenceData;
import org.bluelamp.geography.ReferenceData.Outcome;
import org.bluelamp.geography.ReferenceFile;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bluelamp geography`: boundaries and gazetteers into the record, roads beside it.
@Command(
        name = "geography",
        description = "Load boundaries, gazetteers and roads.",
        subcommands = {GeographyCommand.AreasOf.class, GeographyCommand.GazetteerOf.class, RoadsCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class GeographyCommand implements Runnable {
    /// Refusals printed one by one; `--all-faults` prints every fault that is listed.
    private static final int FAULTS_PRINTED_MAX = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is loaded? (areas, gazetteer, roads)");
    }

    /// What both commands ask.
    static final class Loading {
        @Option(names = "--licence", paramLabel = "TEXT", description = "The licence and attribution to show.")
        String licence = "not stated";

        @Option(names = "--all-faults", description = "Print every fault of the file, repairs one by one too.")
        boolean allFaults;
    }

    /// `bluelamp geography areas FILE.geojson`.
    @Command(
            name = "areas",
            description = "Load boroughs, wards or police areas from GeoJSON (RFC 7946), compressed or not.",
            footer = {
                "",
                "Good areas are loaded; each faulty one is named with its line, column and path. Loading a file twice",
                "changes nothing. See docs/howto/load-areas.md."
            })
    static final class AreasOf implements Callable<Integer> {
        @Mixin
        DataOptions where = new DataOptions();

        @Mixin
        Loading loading = new Loading();

        @Parameters(paramLabel = "FILE", description = "The boundaries.")
        @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
        Path file;

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "borough, ward or police-area (default: as the file's properties or name say).")
        @Nullable
        String kind;

        @Option(
                names = "--version",
                paramLabel = "LABEL",
                description = "What this version is called (default: the year in the file's properties or name).")
        @Nullable
        String version;

        @Option(
                names = "--valid-from",
                paramLabel = "DAY",
                description = "Since when it holds, e.g. 2014-05-22 (default: 1 January of the version's year).")
        @Nullable
        LocalDate validFrom;

        @Spec
        @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
        private CommandSpec spec;

        @Override
        public Integer call() {
            Optional<AreaKind> ofKind = Optional.ofNullable(kind).flatMap(AreaKind::of);
            if (kind != null && ofKind.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "The kind (%s) must be borough, ward or police-area.".formatted(kind));
            }
            ReferenceFile read = read(file, loading.licence);
            var terms =
                    new ReferenceFile.AreaTerms(ofKind, Optional.ofNullable(version), Optional.ofNullable(validFrom));
            return Program.with(
                    where,
                    context -> print(
                            context.getBean(ReferenceData.class).loadAreas(read, terms, act(context)),
                            loading.allFaults));
        }
    }

    /// `bluelamp geography gazetteer FILE`.
    @Command(
            name = "gazetteer",
            description = "Load postcodes or streets (CSV, compressed or not), or streets of an .osm.pbf extract.",
            footer = {
                "",
                "Postcodes have the columns postcode, lon, lat and, if known, borough_code; streets have street,",
                "borough_code, latitude, longitude and, if in parts, part. Several extracts are written as one file",
                "with --write. Loading a file twice changes nothing."
            })
    static final class GazetteerOf implements Callable<Integer> {
        @Mixin
        DataOptions where = new DataOptions();

        @Mixin
        Loading loading = new Loading();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "The gazetteer; several only with --write.")
        List<Path> files = List.of();

        @Option(
                names = "--label",
                paramLabel = "LABEL",
                description = "What it is called (default: the file's name without its endings).")
        @Nullable
        String label;

        @Option(
                names = "--write",
                paramLabel = "FILE.csv.gz",
                description = "Write the streets of the extracts to this file instead of loading them.")
        @Nullable
        Path write;

        @Spec
        @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
        private CommandSpec spec;

        @Override
        public Integer call() {
            Path into = write;
            if (into == null && files.size() > 1) {
                throw new ParameterException(spec.commandLine(), "One gazetteer is loaded at a time.");
            }
            List<ReferenceFile> read =
                    files.stream().map(file -> read(file, loading.licence)).toList();
            return Program.with(where, context -> {
                ReferenceData reference = context.getBean(ReferenceData.class);
                return into == null
                        ? print(
                                reference.loadGazetteer(read.getFirst(), Optional.ofNullable(label), act(context)),
                                loading.allFaults)
                        : write(reference, read, into);
            });
        }

        private static int write(ReferenceData reference, List<ReferenceFile> extracts, Path into) {
            try {
                String csv = reference.streetsOf(extracts);
                Files.write(into, packed(csv));
                System.out.printf(
                        "%,d streets were written to %s.%n", csv.lines().count() - 1, into);
                return 0;
            } catch (IllegalArgumentException refused) {
                throw new CommandFailed(String.valueOf(refused.getMessage()), refused);
            } catch (IOException fault) {
                throw new CommandFailed("The file (%s) cannot be written.".formatted(into), fault);
            }
        }

        private static byte[] packed(String text) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return out.toByteArray();
        }
    }

    static ReferenceFile read(Path file, String licence) {
        try {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandFailed("The file (%s) cannot be read.".formatted(file));
            }
            if (Files.size(file) > ReferenceFile.BYTES_MAX) {
                throw new CommandFailed("The file (%s) has %,d bytes; at most %,d are taken."
                        .formatted(file, Files.size(file), ReferenceFile.BYTES_MAX));
            }
            return new ReferenceFile(file.getFileName().toString(), Files.readAllBytes(file), licence);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Act act(ApplicationContext context) {
        var now = context.getBean(ServiceClock.class).now();
        return Act.byProgram("command-line", new Happened(now, Happened.Precision.MICROSECOND, "command-line"));
    }

    /// Prints what became of the file; its faults go to standard error.
    private static int print(Outcome outcome, boolean allFaults) {
        List<FileFault> refused = outcome.faults().stream()
                .filter(fault -> allFaults || fault.effect() == FileFault.Effect.REFUSED)
                .toList();
        refused.stream()
                .limit(allFaults ? Long.MAX_VALUE : FAULTS_PRINTED_MAX)
                .map(FileFault::asLine)
                .forEach(System.err::println);
        if (!allFaults) {
            repairs(outcome.faults()).forEach(System.err::println);
        }
        if (outcome.faultsAll() > outcome.faults().size() || !allFaults && refused.size() > FAULTS_PRINTED_MAX) {
            System.err.printf("The file has %,d faults in all.%n", outcome.faultsAll());
        }
        return switch (outcome) {
            case Outcome.Taken taken -> {
                System.out.printf("Loaded: %s.%n", words(taken.set()));
                yield 0;
            }
            case Outcome.AlreadyLoaded already -> {
                System.out.printf("Nothing changed, this is loaded: %s.%n", words(already.set()));
                yield 0;
            }
            case Outcome.Refused not -> throw new CommandFailed(not.sentence());
        };
    }

    /// What was repaired or noted: one line a rule, with the first place and how many more of the same.
    private static List<String> repairs(List<FileFault> faults) {
        Map<String, List<FileFault>> byRule = faults.stream()
                .filter(fault -> fault.effect() != FileFault.Effect.REFUSED)
                .collect(Collectors.groupingBy(FileFault::rule, TreeMap::new, Collectors.toList()));
        return byRule.values().stream()
                .map(same -> same.size() == 1
                        ? same.getFirst().asLine()
                        : "%s And %,d more of the same."
                                .formatted(same.getFirst().asLine(), same.size() - 1))
                .toList();
    }

    private static String words(ReferenceData.Loaded set) {
        String from = set.validFrom().map(day -> ", valid from " + day).orElse("");
        return "%s %s%s, %,d entries, %,d refused, %,d repaired, entry %d of the record, sha-256 %s"
                .formatted(
                        set.kind(),
                        set.label(),
                        from,
                        set.entries(),
                        set.refused(),
                        set.repaired(),
                        set.position(),
                        set.sha256());
    }
}
