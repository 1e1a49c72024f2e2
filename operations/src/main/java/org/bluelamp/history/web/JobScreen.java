package org.bluelamp.history.web;

import java.util.List;
import org.bluelamp.console.Shell;
import org.bluelamp.history.MappingFaults;

/// A file that was sent: how it reads under the mapping, and how far its import is.
public record JobScreen(
        Shell shell,
        String id,
        String fileName,
        String source,
        String form,
        List<MappingFaults.Fault> faults,
        List<String> lines,
        List<Column> columns,
        List<Column> fields,
        Progress progress) {

    /// One column of the file, or one field of the incident, over the first rows.
    public record Column(String name, String readAs, List<Cell> cells) {}

    /// A cell; `fault` says what is wrong with it, empty where nothing is.
    public record Cell(String text, String fault) {}

    /// How far it is. Units: `part` of 1,000.
    public record Progress(
            String id,
            String csrfName,
            String csrfToken,
            String state,
            String words,
            boolean running,
            boolean mayStart,
            boolean started,
            int part,
            String account,
            List<Count> flagged,
            List<Refused> refused,
            String more) {}

    public record Count(String name, String rows) {}

    public record Refused(int line, int column, String field, String reason) {}
}
