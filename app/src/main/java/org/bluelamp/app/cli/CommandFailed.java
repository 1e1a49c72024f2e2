package org.bluelamp.app.cli;

/// A command was refused or failed for a reason its user can understand: one line on standard error, status 1.
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailed(String reason) {
        super(reason);
    }

    CommandFailed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
