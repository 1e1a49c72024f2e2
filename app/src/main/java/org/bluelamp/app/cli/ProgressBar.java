package org.bluelamp.app.cli;

import java.io.PrintStream;

/// One line on the terminal that says how far long work is; silent where there is no terminal.
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int LINE_CHARACTERS_MAX = 118;

    private final PrintStream out;
    private final boolean shown;

    ProgressBar(PrintStream out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    /// Shows it; always answers true, so that it can stand where work asks whether to go on.
    boolean show(String words, long done, long all) {
        if (shown) {
            int part = all == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / all);
            String line = "[%s%s] %s".formatted("#".repeat(part), " ".repeat(WIDTH - part), words);
            out.print("\r" + line.substring(0, Math.min(line.length(), LINE_CHARACTERS_MAX)));
            out.flush();
        }
        return true;
    }

    void clear() {
        if (shown) {
            out.print("\r" + " ".repeat(LINE_CHARACTERS_MAX) + "\r");
            out.flush();
        }
    }
}
