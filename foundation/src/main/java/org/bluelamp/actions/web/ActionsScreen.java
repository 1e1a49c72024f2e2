package org.bluelamp.actions.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Shell;

/// What one's role must do now, the longest overdue first.
public record ActionsScreen(
        Shell shell, String role, Optional<String> done, Optional<String> fault, boolean mayAnswer, List<Row> rows) {

    /// One action; `number` is its place in the list, `due` is worded, `href` opens what it is about where that has a
    /// page; `words` are an answer that was not taken, and `fault` says why.
    public record Row(
            int number,
            String action,
            String what,
            String about,
            Optional<String> href,
            String due,
            boolean late,
            String rung,
            Optional<String> blocks,
            String words,
            Optional<String> fault) {}
}
