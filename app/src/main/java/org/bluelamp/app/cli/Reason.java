package org.bluelamp.app.cli;

import java.util.HashSet;

/// The one line a person gets on standard error when a command failed; the log has the rest.
final class Reason {
    /// The longest reason printed, in characters.
    private static final int CHARACTERS_MAX = 600;

    private Reason() {}

    /// What the innermost cause says, on one line: the outer ones only tell which part was being started.
    static String of(Throwable failure) {
        var seen = new HashSet<Throwable>();
        Throwable inner = failure;
        String said = inner.getMessage();
        while (inner.getCause() != null && seen.add(inner)) {
            inner = inner.getCause();
            if (inner.getMessage() != null && !inner.getMessage().isBlank()) {
                said = inner.getMessage();
            }
        }
        if (failure instanceof CommandFailed || said == null) {
            said = failure.getMessage();
        }
        String line = said == null || said.isBlank()
                ? failure.getClass().getSimpleName()
                : said.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= CHARACTERS_MAX ? line : line.substring(0, CHARACTERS_MAX) + " …";
    }
}
