package org.bluelamp.people.signin;

import java.util.List;
import java.util.Optional;
import org.bluelamp.console.Shell;

/// The sign-in page: what went wrong, where to go afterwards, and, in the demonstration only, whom to be.
public record SignInScreen(Shell shell, Optional<String> fault, Optional<String> note, String to, List<Chair> chairs) {

    /// One person of the demonstration to sign in as.
    public record Chair(String person, String name, String role, String where) {}
}
