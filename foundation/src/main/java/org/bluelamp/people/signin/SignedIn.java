package org.bluelamp.people.signin;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import org.bluelamp.people.PersonId;

/// What a session or token remembers: who, in which of their posts, since when, and whether the password must be
/// changed first. What they may do is looked up on every request.
record SignedIn(String personText, int post, Instant since, boolean mustChange) implements Serializable, Principal {
    /// The person's pseudonym, for whoever is told that a session ended.
    @Override
    public String getName() {
        return personText;
    }

    static SignedIn as(PersonId person, int post, Instant since, boolean mustChange) {
        return new SignedIn(person.text(), post, since, mustChange);
    }

    PersonId person() {
        return new PersonId(personText);
    }
}
