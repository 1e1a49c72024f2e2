package org.bluelamp.simulation.internal;

import java.time.Instant;
import java.util.Optional;
import org.bluelamp.control.Asked;
import org.bluelamp.control.Sight;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.PersonId;

/// An invented person at their post: asks as a page asks for whoever is signed in.
record Seat(PersonId person, RoleCode role, Optional<BoroughCode> borough) {

    Asked asked(EnteredHow how, Instant now, String key) {
        return new Asked(sight(), role, how, now, new RequestKey("demo-" + key));
    }

    Sight sight() {
        return new Sight(person.actor(), borough.orElse(null));
    }

    Act act(Instant now) {
        return Act.byScreen(person.actor(), role, new Happened(now, Happened.Precision.MICROSECOND, "screen"));
    }
}
