package org.bluelamp.app.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bluelamp.journal.Followers;
import org.bluelamp.performance.QueryFault;
import org.bluelamp.performance.QueryFields;
import org.bluelamp.performance.ResponseFormat;
import org.bluelamp.performance.ResponseQuery;
import org.bluelamp.performance.ResponseReport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bluelamp report`: figures from the record.
@Command(name = "report", description = "Figures computed from the record.", subcommands = ReportCommand.Response.class)
final class ReportCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A report is needed: response.");
    }

    /// How a report is printed; the words are those of the command line.
    enum Format {
        table(ResponseFormat.TABLE),
        json(ResponseFormat.JSON),
        csv(ResponseFormat.CSV);

        private final ResponseFormat written;

        Format(ResponseFormat written) {
            this.written = written;
        }
    }

    /// `bluelamp report response`: how long things took (D11).
    @Command(
            name = "response",
            description = {
                "How long things took: count, mean, median, 90th percentile and shares of each interval (D11).",
                "Days are the service's own, both included. Missing and backwards intervals are excluded and counted.",
                "Where several sources have incidents in the period, each row's key begins with its source."
            })
    static final class Response implements Callable<Integer> {
        /// How long a report waits until the figures have read the record to its end.
        private static final Duration CATCH_UP_MAX = Duration.ofMinutes(10);

        @Mixin
        DataOptions where = new DataOptions();

        @Option(
                names = "--from",
                paramLabel = "DATE",
                required = true,
                description = "First service day, e.g. 2025-11-09.")
        String from = "";

        @Option(names = "--to", paramLabel = "DATE", required = true, description = "Last service day, included.")
        String to = "";

        @Option(
                names = "--by",
                paramLabel = "WORDS",
                description = "source, area, agency, grade, type, hour, week, month; several with commas.")
        @Nullable
        String by;

        @Option(names = "--interval", paramLabel = "NAMES", description = "Intervals, with commas (default: all).")
        @Nullable
        String interval;

        @Option(names = "--source", paramLabel = "NAME", description = "Only this source (default: all, never mixed).")
        @Nullable
        String source;

        @Option(names = "--agency", paramLabel = "NAME", description = "Only this agency.")
        @Nullable
        String agency;

        @Option(names = "--grade", paramLabel = "GRADE", description = "Only this grade.")
        @Nullable
        String grade;

        @Option(names = "--type", paramLabel = "TYPE", description = "Only this type.")
        @Nullable
        String type;

        @Option(names = "--area", paramLabel = "CODE", description = "Only this area, by its code.")
        @Nullable
        String area;

        @Option(names = "--area-kind", paramLabel = "KIND", description = "Which areas, e.g. ward (default: borough).")
        @Nullable
        String areaKind;

        @Option(
                names = "--within",
                paramLabel = "SECONDS",
                description = "Shares no longer than these, with commas (default: 720, twelve minutes).")
        @Nullable
        String within;

        @Option(names = "--week-starts", paramLabel = "DAY", description = "Day a week starts on (default: MONDAY).")
        @Nullable
        String weekStarts;

        @Option(
                names = "--quantile-type",
                paramLabel = "N",
                description = "Type of Hyndman and Fan, 1 to 9 (default: 7, linear interpolation).")
        @Nullable
        String quantileType;

        @Option(names = "--format", paramLabel = "FORMAT", description = "table, json or csv (default: table).")
        Format format = Format.table;

        @Spec
        @SuppressWarnings("NullAway.Init") // The command line sets it before it runs the command.
        private CommandSpec spec;

        @Override
        public Integer call() {
            ResponseQuery query = query();
            try {
                return Program.with(where, program -> print(program, query));
            } catch (QueryFault fault) {
                throw wrongUsage(fault);
            }
        }

        private ResponseQuery query() {
            try {
                return QueryFields.read(fields());
            } catch (QueryFault fault) {
                throw wrongUsage(fault);
            }
        }

        private ParameterException wrongUsage(QueryFault fault) {
            return new ParameterException(spec.commandLine(), "--%s: %s".formatted(fault.field(), fault.sentence()));
        }

        private Map<String, String> fields() {
            var fields = new LinkedHashMap<String, String>();
            fields.put("from", from);
            fields.put("to", to);
            List.of(
                            new Given("by", by),
                            new Given("interval", interval),
                            new Given("source", source),
                            new Given("agency", agency),
                            new Given("grade", grade),
                            new Given("type", type),
                            new Given("area", area),
                            new Given("area-kind", areaKind),
                            new Given("within", within),
                            new Given("week-starts", weekStarts),
                            new Given("quantile-type", quantileType))
                    .forEach(given -> given.to(fields));
            return fields;
        }

        private record Given(String field, @Nullable String value) {
            void to(Map<String, String> fields) {
                if (value != null) {
                    fields.put(field, value);
                }
            }
        }

        private int print(ApplicationContext program, ResponseQuery query) {
            program.getBean(Followers.class).awaitCaughtUp(CATCH_UP_MAX);
            String written =
                    format.written.write(program.getBean(ResponseReport.class).compute(query));
            System.out.print(written.endsWith("\n") ? written : written + System.lineSeparator());
            return 0;
        }
    }
}
