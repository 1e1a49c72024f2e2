package org.bluelamp.desks.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.DeskPlan.Desk;
import org.bluelamp.desks.decide.Posts;
import org.bluelamp.journal.MachineClock;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;
import org.bluelamp.people.People;
import org.bluelamp.people.PersonView;
import org.bluelamp.policy.Policies;
import org.bluelamp.policy.Policy;
import org.springframework.stereotype.Component;

/// The plan of the desks in force, and who may be on call today: those who hold the role for it, by their number;
/// where nobody does, those who may sit at the desks next below; where there is none of them, anybody of the service.
@Component
class PostsToday {
    /// How long the people on call are remembered for lists that are only read.
    static final Duration KEPT = Duration.ofSeconds(2);

    private final Policies policies;
    private final People people;
    private final MachineClock clock;
    private volatile Kept kept = new Kept(Instant.EPOCH, List.of(), false, Optional.empty());

    PostsToday(Policies policies, People people, MachineClock clock) {
        this.policies = policies;
        this.people = people;
        this.clock = clock;
    }

    private record Kept(Instant at, List<ActorId> onCall, boolean missing, Optional<DeskPlan> plan) {}

    Policy<DeskPlan> policy(Instant at) {
        return policies.inForce(DeskPlan.KIND, at);
    }

    /// As it stands, read anew.
    Posts fresh(Instant at) {
        DeskPlan plan = policy(at).only();
        List<ActorId> onCall = onCall(plan);
        kept = new Kept(clock.now(), onCall, holding(plan.onCall().roles()).isEmpty(), Optional.of(plan));
        return new Posts(plan, onCall);
    }

    /// As it stood `KEPT` ago at most.
    Posts posts(Instant at) {
        Kept before = kept;
        DeskPlan plan = policy(at).only();
        boolean holds =
                before.at().plus(KEPT).isAfter(clock.now()) && before.plan().equals(Optional.of(plan));
        return holds ? new Posts(plan, before.onCall()) : fresh(at);
    }

    /// Whether nobody holds the role for it.
    boolean onCallMissing(Instant at) {
        posts(at);
        return kept.missing();
    }

    private List<ActorId> onCall(DeskPlan plan) {
        Stream<List<RoleCode>> below = Stream.of(
                        DeskPlan.Kind.SHIFT_MANAGER, DeskPlan.Kind.OPERATIONAL_MONITORING, DeskPlan.Kind.POD)
                .map(kind -> plan.desks().stream()
                        .filter(desk -> desk.kind() == kind)
                        .map(Desk::roles)
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
        return Stream.concat(Stream.of(plan.onCall().roles()), below)
                .map(this::holding)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElseGet(() -> numbered(people.all().stream()));
    }

    private List<ActorId> holding(List<RoleCode> roles) {
        return numbered(roles.stream().flatMap(role -> people.holding(role).stream()));
    }

    private static List<ActorId> numbered(Stream<PersonView> some) {
        return some.map(PersonView::person)
                .distinct()
                .sorted(Comparator.comparingInt(
                        person -> Integer.parseInt(person.text().substring(2))))
                .map(person -> person.actor())
                .toList();
    }
}
