package org.bluelamp.history.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Shell;
import org.bluelamp.history.ImportAccount;
import org.bluelamp.history.Preview;
import org.bluelamp.history.web.JobScreen.Cell;
import org.bluelamp.history.web.JobScreen.Column;

/// A job in the words of its page.
class JobWords {
    /// The longest text of a cell that is shown, in characters.
    private static final int CELL_CHARACTERS_MAX = 60;

    private JobWords() {}

    static JobScreen screen(Shell shell, ImportJob job) {
        Preview preview = job.preview();
        return new JobScreen(
                shell,
                job.id(),
                job.fileName(),
                job.mapping().source().name(),
                "%s%,d bytes of text, %s, columns parted by %s%s"
                        .formatted(
                                preview.gzipped() ? "compressed, " : "",
                                preview.bytes(),
                                preview.encoding(),
                                preview.delimiter().equals(",") ? "commas" : preview.delimiter(),
                                preview.brokenOff() ? "; the compressed file breaks off" : ""),
                preview.faults(),
                preview.rows().stream().map(row -> "Line " + row.line()).toList(),
                columns(preview),
                fields(preview),
                progress(job, shell.csrf()));
    }

    private static List<Column> columns(Preview preview) {
        var columns = new ArrayList<Column>();
        if (preview.rows().stream().anyMatch(row -> row.faults().containsKey(0))) {
            columns.add(new Column("The row as a whole", "", faults(preview, 0)));
        }
        for (int at = 0; at < preview.columns().size(); at++) {
            String name = preview.columns().get(at);
            List<String> readAs = preview.readAs().getOrDefault(name, List.of());
            columns.add(new Column(name, String.join(", ", readAs), cells(preview, at)));
        }
        return columns;
    }

    private static List<Cell> faults(Preview preview, int column) {
        return preview.rows().stream()
                .map(row -> new Cell("", row.faults().getOrDefault(column, "")))
                .toList();
    }

    private static List<Cell> cells(Preview preview, int at) {
        return preview.rows().stream()
                .map(row -> {
                    boolean apart = row.cells().size() == preview.columns().size();
                    String text = apart ? cut(row.cells().get(at)) : "";
                    return new Cell(text, row.faults().getOrDefault(at + 1, ""));
                })
                .toList();
    }

    private static List<Column> fields(Preview preview) {
        var names = new LinkedHashSet<String>();
        preview.rows().forEach(row -> names.addAll(row.fields().keySet()));
        var fields = new ArrayList<Column>();
        for (String name : names) {
            fields.add(new Column(
                    name.replace('_', ' '),
                    "",
                    preview.rows().stream()
                            .map(row -> new Cell(row.fields().getOrDefault(name, ""), ""))
                            .toList()));
        }
        if (preview.rows().stream().anyMatch(row -> !row.flags().isEmpty())) {
            fields.add(new Column(
                    "flags",
                    "",
                    preview.rows().stream()
                            .map(row -> new Cell(String.join(", ", row.flags()), ""))
                            .toList()));
        }
        return fields;
    }

    private static String cut(String text) {
        return text.length() <= CELL_CHARACTERS_MAX ? text : text.substring(0, CELL_CHARACTERS_MAX) + "…";
    }

    static JobScreen.Progress progress(ImportJob job, Shell.Csrf csrf) {
        Optional<ImportAccount> account = job.account();
        List<ImportAccount.Refusal> refusals =
                account.map(ImportAccount::refusals).orElse(List.of());
        long more = account.map(ImportAccount::refused).orElse(0L) - refusals.size();
        ImportJob.State state = job.state();
        return new JobScreen.Progress(
                job.id(),
                csrf.parameter(),
                csrf.token(),
                state.word(),
                words(job),
                state.running(),
                job.preview().faults().isEmpty() && !state.running() && state != ImportJob.State.DONE,
                state == ImportJob.State.STOPPED || state == ImportJob.State.FAILED,
                job.part(),
                account.map(ImportAccount::sentence).orElse(""),
                account.map(known -> known.flagged().entrySet().stream()
                                .map(flag -> new JobScreen.Count(
                                        flag.getKey().replace('_', ' ').replace(":", ": "),
                                        "%,d".formatted(flag.getValue())))
                                .toList())
                        .orElse(List.of()),
                refusals.stream()
                        .map(row -> new JobScreen.Refused(row.line(), row.column(), row.field(), row.reason()))
                        .toList(),
                more > 0 ? "and %,d more".formatted(more) : "");
    }

    private static String words(ImportJob job) {
        return switch (job.state()) {
            case READY -> "Nothing is recorded yet.";
            case CHECKING -> "The whole file is read; nothing is recorded.";
            case CHECKED -> "Checked. This is what an import would do; nothing is recorded.";
            case IMPORTING -> "Rows are recorded.";
            case STOPPED -> "Stopped. What was recorded stands; going on passes over it.";
            case DONE -> "Done. Every row of the file is accounted for.";
            case FAILED -> job.failure();
        };
    }
}
