package org.bluelamp.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.PersonView;
import org.bluelamp.people.SignInLimits;
import org.bluelamp.people.decide.LockOut;
import org.springframework.stereotype.Component;

/// Lets people in who know their password and are not locked out. Whoever is refused is not told which it was, and the
/// work done is the same.
@Component
class SignInDesk {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final People people;
    private final SecurityLog log;
    private final MachineClock clock;

    SignInDesk(
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            People people,
            SecurityLog log,
            MachineClock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    /// Who signs in with this name and password, or nobody; every refusal is logged.
    Optional<SignedIn> enter(String signInName, String password, HttpServletRequest request) {
        Instant now = clock.now();
        SignInLimits limits = accounts.limits();
        String name = Accounts.written(signInName);
        String address = request.getRemoteAddr();
        boolean addressMay = attempts.mayTry("address", address, now, perAddress(limits));
        boolean accountMay = attempts.mayTry("account", name, now, perAccount(limits));
        Optional<Accounts.Account> account = accounts.find(name);
        boolean known = passwords.matches(password, account.map(Accounts.Account::passwordHash));
        Optional<SignedIn> signedIn = addressMay && accountMay && known
                ? account.flatMap(found -> first(new PersonId(found.person()), found.mustChange()))
                : Optional.empty();
        if (signedIn.isEmpty()) {
            var what = addressMay && accountMay ? SecurityLog.What.SIGN_IN_REFUSED : SecurityLog.What.LOCKED_OUT;
            log.refused(what, HttpServletResponse.SC_UNAUTHORIZED, request, Optional.empty());
            return Optional.empty();
        }
        attempts.succeeded("address", address, now, false);
        attempts.succeeded("account", name, now, true);
        attempts.forget(now.minus(limits.countedWithin()).minus(limits.lockedFor()));
        return signedIn;
    }

    private static LockOut.Limit perAccount(SignInLimits limits) {
        return new LockOut.Limit(limits.failuresPerAccountMax(), limits.countedWithin(), limits.lockedFor());
    }

    private static LockOut.Limit perAddress(SignInLimits limits) {
        return new LockOut.Limit(limits.failuresPerAddressMax(), limits.countedWithin(), limits.lockedFor());
    }

    /// The person in their first post that runs, if they have one.
    Optional<SignedIn> first(PersonId person, boolean mustChange) {
        return people.find(person)
                .flatMap(known -> known.posts().stream().findFirst())
                .map(PersonView.Post::post)
                .map(post -> SignedIn.as(person, post, clock.now(), mustChange));
    }

    /// Replaces the password of somebody who knows the one they have.
    ///
    /// Errors: `IllegalArgumentException` with a sentence for the person where the old one is wrong or the new one
    /// is too short.
    SignedIn change(SignedIn signedIn, String old, String replacement) {
        String name = accounts.nameOf(signedIn.person())
                .orElseThrow(() -> new IllegalArgumentException("There is no password to change."));
        Instant now = clock.now();
        boolean may = attempts.mayTry("account", name, now, perAccount(accounts.limits()));
        boolean known = passwords.matches(old, accounts.find(name).map(Accounts.Account::passwordHash));
        if (!may || !known) {
            throw new IllegalArgumentException("The password you have now is not this one.");
        }
        if (old.equals(replacement)) {
            throw new IllegalArgumentException("The new password is the old one.");
        }
        accounts.account(signedIn.person(), name, replacement, false);
        attempts.succeeded("account", name, now, true);
        return SignedIn.as(signedIn.person(), signedIn.post(), now, false);
    }
}
