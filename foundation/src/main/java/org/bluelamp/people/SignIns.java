package org.bluelamp.people;

import java.time.Duration;
import java.time.Instant;

/// Accounts and bearer tokens of people. None of it is in the record; only hashes are kept.
public interface SignIns {

    /// A bearer token as it is shown once, and until when it holds.
    record Token(String secret, Instant expiresAt) {}

    /// Gives a person a name to sign in with and a password, or replaces both. Tokens of the person end.
    ///
    /// Errors: `IllegalArgumentException` for a password shorter than the policy asks or a name taken by another.
    void account(PersonId person, String signInName, String password, boolean mustChange);

    /// Gives a person a name to sign in with and a password that must be changed at first; answers the password, which
    /// is kept nowhere.
    ///
    /// Errors: `IllegalArgumentException` for a name taken by another.
    String oneTimePassword(PersonId person, String signInName);

    /// Makes a bearer token that acts as the person, in their first post, for the time given or the policy's
    /// `tokenMax` where that is shorter.
    Token token(PersonId person, Duration wanted);

    /// Whether nobody has an account yet.
    boolean noneYet();
}
