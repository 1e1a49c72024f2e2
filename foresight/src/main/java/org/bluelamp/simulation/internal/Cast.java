package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.BoroughCode;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonId;
import org.bluelamp.people.Presence;

/// Who there is to act in the demo world: the invented people by role, without those whose chair a visitor has taken.
final class Cast {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private final People people;
    private final Presence presence;
    private final Map<RoleCode, List<Seat>> seats = new HashMap<>();
    private Instant knownAt = Instant.MIN;
    private Set<PersonId> taken = Set.of();

    Cast(People people, Presence presence) {
        this.people = people;
        this.presence = presence;
    }

    /// Looks round before a step.
    void look(Instant now) {
        taken = presence.signedIn();
        if (knownAt.isBefore(now.minus(KNOWN_FOR)) || knownAt.isAfter(now)) {
            seats.clear();
            knownAt = now;
        }
    }

    /// Looks again who there is, e.g. because somebody joined.
    void forget() {
        seats.clear();
    }

    boolean visits(PersonId person) {
        return taken.contains(person);
    }

    boolean visits(ActorId person) {
        return taken.stream().anyMatch(visitor -> visitor.actor().equals(person));
    }

    /// Whether a visitor sits at a post of this role.
    boolean visited(String role) {
        return everybody(role).stream().anyMatch(seat -> visits(seat.person()));
    }

    Set<PersonId> taken() {
        return taken;
    }

    /// Everybody of a role, visitors' chairs too, in order of their number.
    List<Seat> everybody(String role) {
        return seats.computeIfAbsent(new RoleCode(role), this::find);
    }

    /// Somebody of a role who is not a visitor; always the same one for the same `turn`.
    Optional<Seat> one(String role, Optional<BoroughCode> borough, int turn) {
        List<Seat> free = everybody(role).stream()
                .filter(seat -> !visits(seat.person())
                        && (borough.isEmpty() || seat.borough().equals(borough)))
                .toList();
        return free.isEmpty() ? Optional.empty() : Optional.of(free.get(Math.floorMod(turn, free.size())));
    }

    private List<Seat> find(RoleCode role) {
        return people.holding(role).stream()
                .flatMap(person -> person.posts().stream()
                        .filter(post -> post.role().equals(role))
                        .limit(1)
                        .map(post -> new Seat(person.person(), role, post.borough())))
                .toList();
    }
}
