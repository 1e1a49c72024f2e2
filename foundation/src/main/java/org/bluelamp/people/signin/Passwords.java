package org.bluelamp.people.signin;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bluelamp.people.SignInLimits;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id, a few at once. Comparing takes the same work whether the name is known or not.
@Component
class Passwords {
    /// Memory of one hash. Units: KiB. With `PASSES` and one lane, the first choice of the OWASP cheat sheet.
    static final int MEMORY_KIB = 19_456;

    static final int PASSES = 2;
    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;

    /// How many are hashed at the same time, so that a flood of tries cannot take the machine's memory.
    static final int AT_ONCE_MAX = 4;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private final String nobodys = hash("the password of nobody");

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return String.valueOf(argon2.encode(password));
        } finally {
            places.release();
        }
    }

    /// Whether the password is the one hashed; without a hash the same work is done and the answer is no.
    boolean matches(String password, Optional<String> hash) {
        String given = password.length() > SignInLimits.PASSWORD_CHARACTERS_MAX ? "" : password;
        places.acquireUninterruptibly();
        try {
            boolean same = argon2.matches(given, hash.orElse(nobodys));
            return same && hash.isPresent();
        } finally {
            places.release();
        }
    }
}
