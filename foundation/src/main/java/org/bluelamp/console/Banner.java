package org.bluelamp.console;

import java.util.Optional;

/// A slot: the line above every page that says what kind of service this is (invented, exercise). Filled by `app`.
public interface Banner {
    Optional<String> text();
}
