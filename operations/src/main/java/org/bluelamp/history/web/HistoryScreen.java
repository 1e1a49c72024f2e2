package org.bluelamp.history.web;

import java.util.List;
import org.bluelamp.console.Shell;

/// All sources of imported history, the newest imports, and what is under way.
public record HistoryScreen(
        Shell shell, boolean mayImport, List<Source> sources, List<Import> imports, List<Running> running) {

    /// One source in words.
    public record Source(
            String id, String name, String agency, String incidents, String period, String licence, String zone) {}

    /// One import in words.
    public record Import(
            String source, String fileName, String by, String at, boolean ended, boolean complete, String account) {}

    /// A file that somebody has sent and not yet done with.
    public record Running(String id, String fileName, String source, String state) {}
}
