package org.bluelamp.people;

import java.time.Duration;

/// The limits of sign-in, policy `sign-in`. After `failuresPerAccountMax` wrong passwords for one name, or
/// `failuresPerAddressMax` from one network address, within `countedWithin`, that name or address is locked for
/// `lockedFor`. A session ends after `idleMax` without a request and after `sessionMax` in any case; a bearer token
/// holds for `tokenMax` at most. Units: times; characters.
public record SignInLimits(
        int failuresPerAccountMax,
        int failuresPerAddressMax,
        Duration countedWithin,
        Duration lockedFor,
        Duration idleMax,
        Duration sessionMax,
        Duration tokenMax,
        int passwordCharactersMin) {

    /// The longest password that is hashed. Units: characters.
    public static final int PASSWORD_CHARACTERS_MAX = 200;

    public SignInLimits {
        positive("failuresPerAccountMax", failuresPerAccountMax);
        positive("failuresPerAddressMax", failuresPerAddressMax);
        positive("countedWithin", countedWithin.toSeconds());
        positive("lockedFor", lockedFor.toSeconds());
        positive("idleMax", idleMax.toSeconds());
        positive("sessionMax", sessionMax.toSeconds());
        positive("tokenMax", tokenMax.toSeconds());
        if (passwordCharactersMin < 8 || passwordCharactersMin > PASSWORD_CHARACTERS_MAX) {
            throw new IllegalArgumentException("passwordCharactersMin (%d) is from 8 to %d."
                    .formatted(passwordCharactersMin, PASSWORD_CHARACTERS_MAX));
        }
    }

    private static void positive(String field, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s (%d) is at least 1.".formatted(field, value));
        }
    }
}
