package org.bluelamp.people;

import java.util.Optional;

/// How a new service gets its first person: an administrator with a password that works once.
public interface FirstAdministrator {

    /// The name they sign in with.
    String SIGN_IN_NAME = "administrator";

    /// What is printed once and kept nowhere.
    record Made(PersonId person, String signInName, String oneTimePassword) {}

    /// Makes the administrator where nobody has an account yet.
    Optional<Made> makeIfNone();
}
