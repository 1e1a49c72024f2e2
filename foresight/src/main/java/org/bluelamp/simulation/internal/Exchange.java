package org.bluelamp.simulation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.contact.CallTaker;
import org.bluelamp.contact.ContactChannel;
import org.bluelamp.contact.ContactId;
import org.bluelamp.contact.ContactRequest;
import org.bluelamp.contact.Contacts;
import org.bluelamp.journal.EnteredHow;
import org.bluelamp.journal.RequestKey;
import org.bluelamp.kernel.ActorId;
import org.bluelamp.kernel.RoleCode;

/// The telephone exchange: puts the calls of the demo world through, where they ring until somebody answers, and knows
/// who called about what. A call rings under the same number again after a restart, so nobody calls twice.
final class Exchange implements Actor {
    private static final ActorId LINE = new ActorId("system/telephone");
    private static final RoleCode PROGRAM = new RoleCode("PROGRAM");

    /// A call that was not put through for so long, because the world stood still, was never made.
    private static final Duration NEVER_MADE_AFTER = Duration.ofMinutes(3);

    /// How long who called about what is known. The longest call is shorter.
    private static final Duration KNOWN_FOR = Duration.ofHours(2);

    private final Contacts contacts;
    private final Outcomes outcomes;
    private final CallerModel callers;
    private final long seed;
    private final List<Call> opening = new ArrayList<>();
    private final Map<ContactId, Call> known = new HashMap<>();
    private final Set<ContactId> through = new HashSet<>();
    private Instant readUntil = Instant.MIN;

    Exchange(Contacts contacts, Outcomes outcomes, CallerModel callers, long seed) {
        this.contacts = contacts;
        this.outcomes = outcomes;
        this.callers = callers;
        this.seed = seed;
    }

    /// A few calls come at once, into a room that is empty.
    void open(Instant now) {
        opening.addAll(callers.opening(now));
    }

    /// The contact a call is, the same whenever it is asked for.
    ContactId contact(String call) {
        return new ContactId(
                "c-%016x".formatted(Chance.of(seed, "contact " + call).bits()));
    }

    /// Who called, where the contact is a call of the demo world.
    Optional<Call> caller(ContactId contact) {
        return Optional.ofNullable(known.get(contact));
    }

    @Override
    public void act(Instant now) {
        Instant from = readUntil.isBefore(now.minus(KNOWN_FOR)) ? now.minus(KNOWN_FOR) : readUntil;
        callers.calls(from, now).forEach(call -> known.put(contact(call.id()), call));
        readUntil = now;
        opening.forEach(call -> known.put(contact(call.id()), call));
        known.values().removeIf(call -> call.at().isBefore(now.minus(KNOWN_FOR)));
        through.retainAll(known.keySet());
        opening.removeIf(call -> call.at().isBefore(now.minus(KNOWN_FOR)));
        known.forEach((contact, call) -> {
            if (!call.at().isAfter(now) && call.at().isAfter(now.minus(NEVER_MADE_AFTER)) && through.add(contact)) {
                putThrough(contact, call, now);
            }
        });
    }

    private void putThrough(ContactId contact, Call call, Instant now) {
        if (contacts.find(contact, new org.bluelamp.control.Sight(LINE, null)).isPresent()) {
            return;
        }
        var line =
                new CallTaker(LINE, PROGRAM, null, EnteredHow.TELEPHONE, now, new RequestKey("demo-ring-" + contact));
        var came = new ContactRequest.Came(call.number(), "", "", "");
        outcomes.ask(
                "calls put through",
                () -> contacts.handle(new ContactRequest.Receive(line, contact, channel(call), call.at(), came)));
    }

    static ContactChannel channel(Call call) {
        return call.emergency() ? ContactChannel.EMERGENCY_CALL : ContactChannel.NON_EMERGENCY_CALL;
    }
}
