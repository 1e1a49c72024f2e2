package org.bluelamp.people.signin;

import java.util.Optional;
import org.bluelamp.console.Shell;

/// The page that changes one's own password. Units: characters.
public record PasswordScreen(Shell shell, Optional<String> fault, int charactersMin) {}
