package org.bluelamp.desks.internal;

import java.util.Optional;
import org.bluelamp.desks.DeskRequest;
import org.bluelamp.desks.Desks;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.kernel.ActorId;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.stereotype.Component;

/// Whoever signs out, or whose session ends while no other screen of theirs is open, gives up their desks at once.
/// A program that stops ends sessions too; that is its own outage, and nobody gives up anything.
@Component
class SignOuts {
    private final Desks desks;
    private final Presence presence;
    private final ServiceClock clock;
    private volatile boolean stopping;

    SignOuts(Desks desks, Presence presence, ServiceClock clock) {
        this.desks = desks;
        this.presence = presence;
        this.clock = clock;
    }

    @EventListener
    void stopping(ContextClosedEvent closed) {
        stopping = true;
    }

    @EventListener
    void signedOut(LogoutSuccessEvent out) {
        giveUp(out.getAuthentication().getName());
    }

    @EventListener
    void ended(SessionDestroyedEvent session) {
        session.getSecurityContexts().stream()
                .flatMap(context -> Optional.ofNullable(context.getAuthentication()).stream())
                .filter(known -> !presence.hasScreen(new ActorId(known.getName())))
                .forEach(known -> giveUp(known.getName()));
    }

    private void giveUp(String person) {
        if (!stopping && person.matches("p-[1-9]\\d{0,8}")) {
            var now = new Happened(clock.now(), Happened.Precision.MICROSECOND, "sign-out");
            desks.handle(new DeskRequest.GetUp(new ActorId(person), Optional.empty()), Act.byProgram("desks", now));
        }
    }
}
