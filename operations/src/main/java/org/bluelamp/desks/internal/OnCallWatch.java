package org.bluelamp.desks.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bluelamp.actions.ActionId;
import org.bluelamp.actions.ActionRequest;
import org.bluelamp.actions.Actions;
import org.bluelamp.desks.DeskPlan;
import org.bluelamp.desks.Desks;
import org.bluelamp.journal.Act;
import org.bluelamp.journal.Happened;
import org.bluelamp.journal.ServiceClock;
import org.bluelamp.people.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// At the start, sees that the roles of the desks exist and that somebody holds the role that is on call. The program
/// does not start with a role that nobody can hold; where nobody holds it today, the log says so, the administrator is
/// asked to name somebody, and every page of whoever sits in the room says so.
@Component
class OnCallWatch implements SmartLifecycle {
    /// After the people of a demonstration (-270), before anything follows the record (-200).
    static final int PHASE = -260;

    static final String LADDER = "administrator";
    private static final Logger LOG = LoggerFactory.getLogger(OnCallWatch.class);

    private final Desks desks;
    private final Roles roles;
    private final Actions actions;
    private final ServiceClock clock;
    private final ZoneId zone;
    private volatile boolean running;

    OnCallWatch(
            Desks desks,
            Roles roles,
            Actions actions,
            ServiceClock clock,
            @Value("${bluelamp.zone:Europe/London}") ZoneId zone) {
        this.desks = desks;
        this.roles = roles;
        this.actions = actions;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void start() {
        DeskPlan plan = desks.plan();
        List<String> missing = plan.desks().stream()
                .flatMap(desk -> desk.roles().stream()
                        .filter(role -> roles.find(role).isEmpty())
                        .map(role -> "The desk (%s) names the role (%s), which the policy in force has not."
                                .formatted(desk.code(), role)))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), missing));
        }
        if (desks.onCallMissing()) {
            LOG.warn(
                    "Nobody holds a role that may be on call today ({}).",
                    plan.onCall().roles());
            ask(plan);
        }
        running = true;
    }

    private void ask(DeskPlan plan) {
        var now = new Happened(clock.now(), Happened.Precision.MICROSECOND, "start");
        LocalDate today = LocalDate.ofInstant(now.at(), zone);
        actions.handle(
                new ActionRequest.Ask(
                        new ActionId("desks/on-call-" + today),
                        "Post somebody who may be on call (%s)"
                                .formatted(plan.onCall().roles().getFirst()),
                        Desks.STREAM.text(),
                        LADDER,
                        Optional.empty(),
                        Optional.empty(),
                        now.at()),
                Act.byProgram("desks", now));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
