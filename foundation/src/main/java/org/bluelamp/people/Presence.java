package org.bluelamp.people;

import java.util.Set;

/// Who sits at a screen of this node: whoever is signed in with a session that neither ended nor ran out.
public interface Presence {
    Set<PersonId> signedIn();
}
