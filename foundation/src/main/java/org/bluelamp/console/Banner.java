package org.bluelamp.console;

import java.util.Optional;

/// A slot: the lines above every page that say what kind of service this is. Filled by `app`.
public interface Banner {

    /// The striped line of an invented service or an exercise.
    Optional<String> text();

    /// The plain line that names whose real data is shown and under which licence.
    default Optional<String> attribution() {
        return Optional.empty();
    }
}
