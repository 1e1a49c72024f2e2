package org.bluelamp.history;

/// A file is no export that can be read at all (empty, a spreadsheet, UTF-16, no line of column names); the message
/// says why, for the person who chose it.
public final class ExportUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExportUnreadable(String reason) {
        super(reason);
    }

    public ExportUnreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
