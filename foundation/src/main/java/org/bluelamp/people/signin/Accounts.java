package org.bluelamp.people.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.SignInLimits;
import org.bluelamp.people.SignIns;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.PolicyKind;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/// Who may sign in with what. Of passwords and tokens only hashes are kept.
@Component
class Accounts implements SignIns {
    static final PolicyKind<SignInLimits> LIMITS = new PolicyKind<>("sign-in", SignInLimits.class, (policy, faults) -> {
        if (policy.rows().size() != 1) {
            faults.add("rows", "The policy has exactly one row.");
        }
    });

    /// Before the secret part of every token, so that one found in the wrong place is recognised.
    static final String TOKEN_MARK = "blt_";

    /// The length of a token's secret part before it is written as text.
    static final int TOKEN_BYTES = 32;

    /// Enough of a secret to be beyond guessing, and to be typed once. Units: characters of six bits.
    static final int ONE_TIME_CHARACTERS = 20;

    static final String SET = """
            insert into people.account (person, sign_in_name, password_hash, must_change, set_at)
            values (:person, :signInName, :passwordHash, :mustChange, :setAt)
            on conflict (person) do update
               set sign_in_name = :signInName, password_hash = :passwordHash, must_change = :mustChange,
                   set_at = :setAt
            """;
    static final String FIND =
            "select person, password_hash, must_change from people.account where sign_in_name = :signInName";
    static final String NAME_OF = "select sign_in_name from people.account where person = :person";
    static final String ANY = "select exists (select 1 from people.account)";
    static final String END_TOKENS = "delete from people.token where person = :person or expires_at < :now";
    static final String TOKEN = """
            insert into people.token (hash, person, made_at, expires_at)
            values (:hash, :person, :madeAt, :expiresAt)
            """;
    static final String WHOSE = "select person from people.token where hash = :hash and expires_at > :now";

    record Account(String person, String passwordHash, boolean mustChange) {}

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Policies policies;
    private final MachineClock clock;

    /// Secrets never come from the service's chance, which a simulation may foresee.
    private final BytesKeyGenerator secrets = KeyGenerators.secureRandom(TOKEN_BYTES);

    Accounts(JdbcClient jdbc, Passwords passwords, Policies policies, MachineClock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.policies = policies;
        this.clock = clock;
    }

    SignInLimits limits() {
        return policies.inForce(LIMITS, clock.now()).only();
    }

    @Override
    public void account(PersonId person, String signInName, String password, boolean mustChange) {
        int min = limits().passwordCharactersMin();
        if (password.length() < min || password.length() > SignInLimits.PASSWORD_CHARACTERS_MAX) {
            throw new IllegalArgumentException(
                    "A password has %d to %d characters.".formatted(min, SignInLimits.PASSWORD_CHARACTERS_MAX));
        }
        try {
            jdbc.sql(SET)
                    .param("person", person.text())
                    .param("signInName", written(signInName))
                    .param("passwordHash", passwords.hash(password))
                    .param("mustChange", mustChange)
                    .param("setAt", Timestamp.from(clock.now()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("The sign-in name is taken.", taken);
        }
        jdbc.sql(END_TOKENS)
                .param("person", person.text())
                .param("now", Timestamp.from(clock.now()))
                .update();
    }

    @Override
    public String oneTimePassword(PersonId person, String signInName) {
        String password = secret().substring(0, ONE_TIME_CHARACTERS);
        account(person, signInName, password, true);
        return password;
    }

    Optional<Account> find(String signInName) {
        return jdbc.sql(FIND)
                .param("signInName", written(signInName))
                .query(Account.class)
                .optional();
    }

    Optional<String> nameOf(PersonId person) {
        return jdbc.sql(NAME_OF)
                .param("person", person.text())
                .query(String.class)
                .optional();
    }

    /// One way of writing a name: without spaces around it, in small letters.
    static String written(String signInName) {
        return signInName.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean noneYet() {
        return !jdbc.sql(ANY).query(Boolean.class).single();
    }

    @Override
    public Token token(PersonId person, Duration wanted) {
        Duration longest = limits().tokenMax();
        Instant now = clock.now();
        Instant expires = now.plus(wanted.compareTo(longest) < 0 ? wanted : longest);
        String secret = TOKEN_MARK + secret();
        jdbc.sql(TOKEN)
                .param("hash", Attempts.hash(secret))
                .param("person", person.text())
                .param("madeAt", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(expires))
                .update();
        return new Token(secret, expires);
    }

    /// A secret nobody can guess, as text that can stand in an address.
    String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.generateKey());
    }

    /// Whose token this is, while it holds.
    Optional<PersonId> whose(String token) {
        return jdbc.sql(WHOSE)
                .param("hash", Attempts.hash(token))
                .param("now", Timestamp.from(clock.now()))
                .query(String.class)
                .optional()
                .map(PersonId::new);
    }
}
