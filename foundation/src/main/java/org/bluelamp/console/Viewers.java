package org.bluelamp.console;

import java.util.Optional;

/// A slot: who is signed in on the current request. Filled by `people`.
public interface Viewers {
    Optional<Viewer> current();

    /// The signed-in person; a route that needs a permission always has one.
    default Viewer require() {
        return current().orElseThrow(() -> new IllegalStateException("Nobody is signed in on this request."));
    }
}
