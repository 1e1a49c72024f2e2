package org.bluelamp.history.web;

import java.util.List;
import org.bluelamp.console.Shell;

/// One imported incident as it stands, and every entry the record holds about it.
public record IncidentScreen(
        Shell shell,
        String source,
        String sourceName,
        List<Field> facts,
        List<Field> times,
        List<Field> intervals,
        List<Field> flags,
        List<Entry> entries) {

    public record Field(String name, String value) {}

    /// An entry of the record: its position, what it is, who imported it when, and the line of the file.
    public record Entry(long position, String what, String by, String recorded, int line) {}
}
